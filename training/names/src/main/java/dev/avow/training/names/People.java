package dev.avow.training.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes up names of persons in the many ways they are written. */
final class People {

    private static final String[] PARTICLES = {
        "van", "van der", "van den", "de", "de la", "del", "di", "da", "dos", "von", "von der",
        "zu", "bin", "al", "el", "le", "la", "ter", "ten", "O'", "Mc", "Mac", "d'", "Al-", "El-"
    };

    private static final String[] ENDINGS = {" Jr.", " Jr", " Sr.", " MD", " PhD", " III", "", ""};

    private final Lists lists;
    private final Random random;
    private final List<String> latin = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    People(Lists lists, Random random) {
        this.lists = lists;
        this.random = random;
        lists.last().values().forEach(known::addAll);
        for (String locale : lists.first().keySet()) {
            if (lists.last().containsKey(locale) && isLatin(lists.first().get(locale).get(0))) {
                latin.add(locale);
            }
        }
    }

    private static boolean isLatin(String name) {
        return Character.UnicodeScript.of(name.codePointAt(0)) == Character.UnicodeScript.LATIN;
    }

    /** One of the locales of a language, or of any language of the Latin script now and then. */
    String locale(String language) {
        List<String> own = new ArrayList<>();
        for (String locale : lists.first().keySet()) {
            if (locale.startsWith(language) && lists.last().containsKey(locale)) {
                own.add(locale);
            }
        }
        boolean isLatin = own.isEmpty() || latin.contains(own.get(0));
        if (own.isEmpty() || (isLatin && random.nextInt(100) < 55)) {
            return latin.get(random.nextInt(latin.size()));
        }
        return own.get(random.nextInt(own.size()));
    }

    String first(String locale) {
        return pick(lists.first(), locale);
    }

    String last(String locale) {
        String last = pick(lists.last(), locale);
        if (!latin.contains(locale)) {
            return last;
        }
        return switch (random.nextInt(40)) {
            case 0, 1 -> {
                String particle = PARTICLES[random.nextInt(PARTICLES.length)];
                boolean joined = "'-c".indexOf(particle.charAt(particle.length() - 1)) >= 0;
                yield particle + (joined ? "" : " ") + last;
            }
            case 2 -> last + "-" + pick(lists.last(), locale);
            case 3 -> last + " " + pick(lists.last(), locale);
            default -> last;
        };
    }

    /** A family name that nobody need have: the head of one and the tail of another. */
    String coined(String locale) {
        String head = pick(lists.last(), locale);
        String tail = pick(lists.last(), locale);
        int from = random.nextInt(2, 5);
        int to = tail.length() - random.nextInt(2, 5);
        return from < head.length() && to > 0 ? head.substring(0, from) + tail.substring(to) : head;
    }

    /** Whether a list has a family name. */
    boolean isLast(String name) {
        return known.contains(name);
    }

    /** Given and family name, with all that may stand between. */
    String full(String locale) {
        String first = first(locale);
        String last = last(locale);
        return switch (random.nextInt(24)) {
            case 0 -> first + " " + initial(locale) + ". " + last;
            case 1 -> initial(locale) + ". " + last;
            case 2 -> initial(locale) + ". " + initial(locale) + ". " + last;
            case 3 -> first + " " + first(locale) + " " + last;
            case 4 -> first + "-" + first(locale) + " " + last;
            case 5 -> first + " " + last.toUpperCase(Locale.ROOT);
            case 6 -> first + " " + initial(locale) + " " + last;
            case 7 -> first + " " + last + ENDINGS[random.nextInt(ENDINGS.length)];
            default -> first + " " + last;
        };
    }

    String lastFirst(String locale) {
        String last = last(locale);
        String first = first(locale);
        return switch (random.nextInt(4)) {
            case 0 -> last.toUpperCase(Locale.ROOT) + ", " + first;
            case 1 -> last + ", " + first + " " + initial(locale) + ".";
            default -> last + ", " + first;
        };
    }

    /** Any of the ways. */
    String any(String locale) {
        int kind = random.nextInt(100);
        return kind < 62 ? full(locale) : kind < 86 ? first(locale) : last(locale);
    }

    private String initial(String locale) {
        return first(locale).substring(0, 1);
    }

    private String pick(Map<String, List<String>> by, String locale) {
        List<String> names = by.get(locale);
        if (names == null) {
            throw new IllegalArgumentException("no names for " + locale);
        }
        // The census is ordered by how often a name is borne: the frequent more frequently.
        boolean ranked = locale.equals("en_census") && random.nextBoolean();
        return names.get(random.nextInt(ranked ? Math.min(names.size(), 3000) : names.size()));
    }
}
