package dev.avow.detector.secrets;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.validators.Parts;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What stands where a secret will be, or says what it must be like, but is none.
 *
 * <p>{@code changeme} and its like count as placeholders: whoever wrote it meant it to be replaced,
 * and documents are full of it. {@code admin} and {@code 123456} do not: they are in use.
 */
final class Placeholders {

    private static final Set<String> WORDS =
            Set.of(
                    Parts.of(
                            "password passwd pwd pass passphrase passwort kennwort motdepasse mdp"
                                + " secret secrets token key apikey accesskey secretkey value"
                                + " changeme changeit placeholder string str text char varchar null"
                                + " none nil undefined true false yes no required optional hidden"
                                + " redacted masked removed empty blank todo tbd unknown example"
                                + " sample dummy foo bar baz foobar test default any object int"
                                + " integer number bool boolean bytes byte void unset missing"
                                + " invalid incorrect wrong correct expired forgotten valid weak"
                                + " strong new old username user email login credential credentials"
                                + " encrypted hashed hash plaintext plain self this input field"
                                + " prompt reset change enter confirm confirmation generated random"
                                + " secure protected configured enabled disabled unchanged here"
                                + " below above following follows same must should cannot never"
                                + " only not also see falsch vergessen obligatoire requis oublié"
                                + " obligatorio incorrecta requerida erforderlich notwendig"
                                + " ungültig vereist nvarchar securestring passwordstr securestr"
                                + " optionalstr let const var func passwordhash bearer basic",
                            " "));

    private static final List<String> PARTS =
            List.of(
                    "your",
                    "placeholder",
                    "changeme",
                    "change_me",
                    "change-me",
                    "replace",
                    "redacted",
                    "dummy",
                    "xxxx",
                    "****",
                    "....",
                    "____",
                    "####",
                    "insert",
                    "todo",
                    "mypassword",
                    "my_password",
                    "my-password",
                    "password_here",
                    "process.env",
                    "environ",
                    "getenv",
                    "secrets.",
                    "vault:",
                    "op://");

    private static final String[] PARTS_OF_KEYS =
            Parts.of(
                    "xxxx your_ your- yourkey yourapi yourtoken yoursecret .... placeholder"
                        + " redacted example sample dummy replace insert changeme fakekey faketoken"
                        + " fakesecret notreal tokenhere keyhere secrethere",
                    " ");

    private Placeholders() {}

    /** Whether a value given to a name that asks for a secret is none. */
    static boolean is(String value) {
        if (value.length() < 4 || (Randomness.distinct(value) < 2)) {
            return true;
        }
        return opensReference(value) || words(value);
    }

    /** Whether the body of a key with a registered prefix is only a stand-in. */
    static boolean isPartOfKey(String body) {
        if (Typed.is(body)) {
            return true;
        }
        String lower = body.toLowerCase(Locale.ROOT);
        for (String part : PARTS_OF_KEYS) {
            if (lower.contains(part)) {
                return true;
            }
        }
        return lower.endsWith("_here") || lower.endsWith("-here");
    }

    /** Whether a word, in any case, is nothing but a stand-in. */
    static boolean isWord(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean words(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        int from = 0;
        int to = lower.length();
        while (from < to && isFrame(lower.charAt(from))) {
            from++;
        }
        while (from < to && isFrame(lower.charAt(to - 1))) {
            to--;
        }
        if (to - from < 2 || WORDS.contains(lower.substring(from, to))) {
            return true;
        }
        int example = lower.indexOf("example");
        if (example == 0 || (example > 0 && ".@".indexOf(lower.charAt(example - 1)) < 0)) {
            return true;
        }
        for (String part : PARTS) {
            if (lower.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** Signs that stand around a word that is a placeholder. */
    private static boolean isFrame(char c) {
        return "_-.*?!:;,()[]{}<>#".indexOf(c) >= 0;
    }

    /** {@code <…>}, {@code ${…}}, {@code {{…}}}, {@code %(…)s}, {@code $NAME}, {@code %NAME%}. */
    private static boolean opensReference(String value) {
        char first = value.charAt(0);
        char second = value.charAt(1);
        char last = value.charAt(value.length() - 1);
        return switch (first) {
            case '<' -> last == '>' || value.indexOf('>') < 0;
            case '{', '[' -> last == '}' || last == ']' || second == first;
            case '$' -> second == '{' || second == '(' || isName(value, 1, value.length());
            case '#' -> second == '{';
            case '%' -> second == '(' || (last == '%' && isName(value, 1, value.length() - 1));
            case '!' -> value.startsWith("!Ref") || value.startsWith("!Sub");
            case '@' -> second == '{' || value.startsWith("@Microsoft");
            default ->
                    value.contains("${")
                            || value.contains("{{")
                            || value.startsWith("ENC(")
                            || value.startsWith("arn:");
        };
    }

    private static boolean isName(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = value.charAt(i);
            if (!(c == '_' || c == '.' || Chars.isAsciiLetter(c))) {
                return false;
            }
        }
        return true;
    }
}
