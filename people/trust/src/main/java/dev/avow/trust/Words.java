package dev.avow.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page's words in one language, from the file of its name beside a class. Immutable. */
public final class Words {

    private static final Pattern NAME = Pattern.compile("\\{([a-z_]+)}");

    /** The data-handling page's, in all languages, in the order in which they are offered. */
    public static final List<Words> ALL = beside(Words.class);

    public static final Words ENGLISH = ALL.getFirst();
    public static final Words FRENCH = ALL.getLast();

    private final Locale locale;
    private final Properties texts = new Properties();
    private final DateTimeFormatter time;

    private Words(Class<?> place, Locale locale) {
        this.locale = locale;
        this.time =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC);
        try (InputStream file = place.getResourceAsStream(language() + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("no words in " + language());
            }
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The words that lie beside a class, in the order in which languages are offered. */
    public static List<Words> beside(Class<?> place) {
        return List.of(new Words(place, Locale.UK), new Words(place, Locale.FRANCE));
    }

    /** As HTML and HTTP name it. */
    public String language() {
        return locale.getLanguage();
    }

    /**
     * The language to answer in: the one that was asked for, else the first of the two that a
     * browser prefers, else English.
     *
     * @param asked such as {@code fr}; another text counts as nothing asked
     * @param accepted the header {@code Accept-Language}, as sent; may be empty
     */
    public static Words of(String asked, String accepted) {
        return of(ALL, asked, accepted);
    }

    /** The same, of a page's own words. */
    public static Words of(List<Words> all, String asked, String accepted) {
        for (Words each : all) {
            if (each.language().equals(asked)) {
                return each;
            }
        }
        try {
            Locale best =
                    Locale.lookup(
                            Locale.LanguageRange.parse(accepted.isBlank() ? "en" : accepted),
                            List.of(Locale.ENGLISH, Locale.FRENCH));
            return Locale.FRENCH.equals(best) ? all.getLast() : all.getFirst();
        } catch (IllegalArgumentException malformed) {
            return all.getFirst();
        }
    }

    /** The names of all words there are. */
    public Set<String> ids() {
        return texts.stringPropertyNames();
    }

    /** The words of that name, without values. */
    public String text(String id) {
        return text(id, Map.of());
    }

    /**
     * The words of that name, with values in the place of their names.
     *
     * @throws IllegalStateException where there are none, or a value is missing
     */
    public String text(String id, Map<String, Object> values) {
        String text = texts.getProperty(id);
        if (text == null) {
            throw new IllegalStateException("no words for " + id + " in " + language());
        }
        return NAME.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(value(id, match, values)));
    }

    private String value(String id, MatchResult match, Map<String, Object> values) {
        Object value = values.get(match.group(1));
        if (value == null) {
            throw new IllegalStateException("no " + match.group(1) + " for " + id);
        }
        return shown(value);
    }

    private String shown(Object value) {
        return switch (value) {
            case Sentence.Phrase phrase -> text(phrase.id(), phrase.values());
            case Instant at -> time(at);
            case LocalDate day ->
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                            .withLocale(locale)
                            .format(day);
            case Number number -> String.format(locale, "%,d", number.longValue());
            case List<?> list -> list.stream().map(this::shown).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /** A moment, by UTC. */
    public String time(Instant at) {
        return time.format(at) + " UTC";
    }

    /** What a sentence says. */
    public String sentence(Sentence sentence) {
        return text(sentence.id(), sentence.values());
    }

    /** What its proof says. */
    public String proof(Sentence sentence) {
        Proof proof = sentence.proof();
        Instant at = proof.at();
        if (at == null) {
            return text(
                    proof.isMissing() ? "proof.missing." + proof.id() : "proof.tests",
                    Map.of("promise", sentence.control().promise()));
        }
        Map<String, Object> values = new HashMap<>(proof.values());
        values.put("at", at);
        return text("proof." + proof.id(), values);
    }
}
