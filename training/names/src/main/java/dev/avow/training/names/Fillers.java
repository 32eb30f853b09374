package dev.avow.training.names;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Makes up what is no name of a person: organisations, places, products, numbers. */
final class Fillers {

    private static final String[] HOSTS = {
        "example.com", "example.org", "firma.example", "mail.test"
    };

    /** Whose streets stand in English texts too. */
    private static final String[] ABROAD = {
        "de", "fr", "es", "it", "nl", "pl", "hu", "pt", "el", "fi", "sv", "none"
    };

    private final Lists lists;
    private final People people;
    private final Random random;
    private final Map<String, List<String>> files = new HashMap<>();

    Fillers(Lists lists, People people, Random random) {
        this.lists = lists;
        this.people = people;
        this.random = random;
    }

    String fill(String slot, String language) {
        return switch (slot) {
            case "org" -> organization(language);
            case "street" -> street(language);
            case "email" -> user() + "@" + HOSTS[random.nextInt(HOSTS.length)];
            case "user" -> user();
            case "url" -> "https://" + HOSTS[random.nextInt(HOSTS.length)] + "/" + user();
            case "num" -> String.valueOf(random.nextInt(10_000));
            case "zip" -> String.valueOf(10_000 + random.nextInt(90_000));
            case "id" -> id();
            case "date" -> date();
            case "time" -> two(24) + ":" + two(60);
            case "phone" ->
                    "+"
                            + (1 + random.nextInt(90))
                            + " "
                            + two(99)
                            + " "
                            + (100_000 + random.nextInt(900_000));
            case "money" -> (1 + random.nextInt(9000)) + "." + two(100);
            case "word" -> word(language);
            case "cap" -> capital(word(language));
            case "product" -> line("products.txt");
            case "verb" -> line("verbs.txt");
            case "title" -> line("titles.txt");
            case "heading" -> line("headings.txt");
            case "namekey" -> line("name-keys.txt");
            case "otherkey" -> line("other-keys.txt");
            case "namelabel" -> line("name-labels.txt");
            case "otherlabel" -> line("other-labels.txt");
            case "acronym" -> acronym();
            case "camel" -> capital(word("en")) + capital(word("en"));
            case "const" -> (word("en") + "_" + word("en")).toUpperCase(Locale.ROOT);
            case "some" -> some(language);
            case "phrase" -> phrase(language);
            case "coined" -> coined();
            case "adverb" -> line("adverbs.txt");
            case "tongue" -> tongue(language);
            case "eponym" -> people.last(people.locale(language));
            case "region" ->
                    random.nextInt(4) == 0
                            ? "nan"
                            : String.valueOf((char) ('A' + random.nextInt(26)))
                                    + (char) ('A' + random.nextInt(26));
            case "headline" -> headline(language);
            case "hex" ->
                    Integer.toHexString(random.nextInt()) + Integer.toHexString(random.nextInt());
            default -> throw new IllegalArgumentException("no slot " + slot);
        };
    }

    private String acronym() {
        if (random.nextInt(3) > 0) {
            return line("acronyms.txt");
        }
        StringBuilder out = new StringBuilder();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            out.append((char) ('A' + random.nextInt(26)));
        }
        return out.toString();
    }

    /** A value that is no name, as forms and JSON have them. */
    private String some(String language) {
        return switch (random.nextInt(8)) {
            case 0 -> line("products.txt");
            case 1 -> line("headings.txt");
            case 2 -> line("titles.txt");
            case 3 -> capital(word(language));
            case 4 -> capital(word(language)) + " " + word(language);
            case 5 -> headline(language);
            case 6 -> word(language).toUpperCase(Locale.ROOT);
            default -> word(language) + " " + word(language);
        };
    }

    /** Some words in a row, in lower case. */
    private String phrase(String language) {
        StringBuilder out = new StringBuilder(word(language));
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            out.append(' ').append(word(language));
        }
        return out.toString();
    }

    /** Some words in a row, each with a capital. */
    private String headline(String language) {
        StringBuilder out = new StringBuilder(capital(word(language)));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            out.append(' ').append(capital(word(language)));
        }
        return out.toString();
    }

    /** Any place of the list, most of them little known. */
    String town() {
        String town = lists.cities().get(random.nextInt(lists.cities().size()));
        return random.nextInt(8) == 0 ? town.toUpperCase(Locale.ROOT) : town;
    }

    String city() {
        List<String> cities = lists.cities();
        int most = random.nextInt(3) > 0 ? 1500 : cities.size();
        return cities.get(random.nextInt(most));
    }

    private String organization(String language) {
        String suffix = line("company-endings.txt");
        String locale = people.locale(language);
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> line("organizations.txt");
            case 6, 7, 8 -> people.last(locale) + " " + suffix;
            case 9 -> people.last(locale) + " & " + people.last(locale);
            case 10 -> capital(word("en")) + capital(word("en")) + " " + suffix;
            case 11 -> coined();
            case 12 -> random.nextBoolean() ? coined() : coined() + " " + suffix;
            case 13 -> capital(word("en")) + " " + suffix;
            case 14 -> institution(language);
            default ->
                    people.last(locale)
                            + ", "
                            + people.last(locale)
                            + " and "
                            + people.last(locale);
        };
    }

    /** A language as a language calls it. */
    private String tongue(String language) {
        String[] codes = Locale.getISOLanguages();
        String code = codes[random.nextInt(codes.length)];
        return Locale.of(code).getDisplayLanguage(Locale.of(language));
    }

    /** A name of a company or product that somebody thought up. */
    private String coined() {
        String word = word("en");
        String head = word.substring(0, Math.min(word.length(), 3 + random.nextInt(4)));
        return capital(head) + line("coined-endings.txt");
    }

    private String institution(String language) {
        return switch (language) {
            case "de" ->
                    List.of(
                                            "Universität ",
                                            "Amtsgericht ",
                                            "Stadtwerke ",
                                            "Klinikum ",
                                            "FC ",
                                            "Sparkasse ")
                                    .get(random.nextInt(6))
                            + city();
            case "fr" ->
                    List.of(
                                            "Université de ",
                                            "Hôpital de ",
                                            "Tribunal de ",
                                            "Mairie de ",
                                            "CHU de ")
                                    .get(random.nextInt(5))
                            + city();
            case "es" ->
                    List.of("Universidad de ", "Hospital de ", "Ayuntamiento de ", "Juzgado de ")
                                    .get(random.nextInt(4))
                            + city();
            default ->
                    switch (random.nextInt(4)) {
                        case 0 -> "University of " + city();
                        case 1 -> city() + " University";
                        case 2 -> city() + " City Council";
                        default -> city() + " General Hospital";
                    };
        };
    }

    private String street(String language) {
        int number = 1 + random.nextInt(200);
        String locale = people.locale(language);
        String name =
                switch (random.nextInt(8)) {
                    case 0, 1 -> people.first(locale) + " " + people.last(locale);
                    case 2, 3, 4 -> people.last(locale);
                    case 5 -> city();
                    default -> capital(word(language));
                };
        String own =
                language.equals("en") && random.nextInt(5) < 2
                        ? ABROAD[random.nextInt(ABROAD.length)]
                        : language;
        return switch (own) {
            case "de" ->
                    name
                            + List.of("straße ", "str. ", "weg ", "-Platz ").get(random.nextInt(4))
                            + number;
            case "fr" ->
                    number
                            + List.of(" rue ", " avenue ", " bd ", " rue du ")
                                    .get(random.nextInt(4))
                            + name;
            case "es" ->
                    List.of("Calle ", "C/ ", "Avda. ", "Plaza ").get(random.nextInt(4))
                            + name
                            + ", "
                            + number;
            case "it" -> "Via " + name + " " + number;
            case "nl" -> name + "straat " + number;
            case "pl" -> "ul. " + name + " " + number;
            case "hu" -> name + (random.nextBoolean() ? " utca " : " út ") + number + ".";
            case "pt" -> (random.nextBoolean() ? "Rua " : "R ") + name + " " + number;
            case "el" -> people.last("el_GR") + " " + number;
            case "fi" -> name + (random.nextBoolean() ? "katu " : "tie ") + number;
            case "sv" -> name + (random.nextBoolean() ? "gatan " : "vägen ") + number;
            case "none" -> name + " " + number;
            default ->
                    number
                            + " "
                            + name
                            + List.of(" Street", " St", " Road", " Ave", " Lane", " Drive", " Blvd")
                                    .get(random.nextInt(7));
        };
    }

    private String user() {
        String first = people.first("en_US").toLowerCase(Locale.ROOT);
        String last = people.last("en_US").toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return switch (random.nextInt(4)) {
            case 0 -> first + "." + last;
            case 1 -> first.charAt(0) + last;
            case 2 -> first + two(99);
            default -> "info";
        };
    }

    private String id() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 4 + random.nextInt(8); i++) {
            out.append("ABCDEFGHKMNPRSTX0123456789-".charAt(random.nextInt(27)));
        }
        return out.toString();
    }

    private String date() {
        return switch (random.nextInt(3)) {
            case 0 -> (1950 + random.nextInt(76)) + "-" + two(12) + "-" + two(28);
            case 1 -> two(28) + "." + two(12) + "." + (1950 + random.nextInt(76));
            default -> two(12) + "/" + two(28) + "/" + (1950 + random.nextInt(76));
        };
    }

    private String two(int below) {
        return String.format(Locale.ROOT, "%02d", random.nextInt(below));
    }

    private String word(String language) {
        String known = language;
        for (String locale : lists.words().keySet()) {
            if (locale.startsWith(language)) {
                known = locale;
                break;
            }
        }
        List<String> words = lists.words().getOrDefault(known, lists.words().get("en"));
        return words == null ? "note" : words.get(random.nextInt(words.size()));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private String line(String file) {
        List<String> lines = files.computeIfAbsent(file, Lists::lines);
        return lines.get(random.nextInt(lines.size()));
    }
}
