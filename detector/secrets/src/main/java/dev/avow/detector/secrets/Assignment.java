package dev.avow.detector.secrets;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import dev.avow.detector.secrets.SecretNames.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name, a sign that gives it a value, and the value: {@code password = "…"}, {@code "token":
 * "…"}, {@code API_KEY=…}, {@code :secret => '…'}, {@code <password>…</password>}, {@code - name:
 * DB_PASSWORD} with {@code value: …} on the next line, {@code Mot de passe : …}, and the two first
 * arguments of a call, {@code setProperty("db.password", "…")}.
 *
 * <p>The name is read from the sign backwards, at most 64 characters and mostly far fewer: most
 * signs stand behind a name that asks for nothing, and then the value is not read at all.
 *
 * @param kind what the name asks for
 * @param name the name, in the case it has
 * @param value what it is given
 * @param sign {@code :}, {@code =}, {@code >} or {@code ,}
 * @param tight whether nothing stands between name, sign and value, as in an environment file
 */
record Assignment(Kind kind, String name, Value value, char sign, boolean tight) {

    /** The signs that may give a value. */
    static final String SIGNS = ":=>,";

    private static final Set<String> TYPES = Set.of("str", "string", "String");
    private static final WordEnds MAY_END =
            WordEnds.of(List.of(TYPES, SecretNames.lastWords(), SecretPhrases.lastWords()));
    private static final int LONGEST_NAME = 64;
    private static final int MOST_BETWEEN = 24; // signs are put in columns
    private static final int MOST_INDENT = 32;
    private static final int MOST_BEFORE_VALUE = 4;
    private static final int LONGEST_PHRASE = 24;
    private static final String ENDS_ASSIGNED = "\"'`;,&<>";
    private static final String ENDS_SAID = "\"`<";

    /** What stands around a sign; null where it gives a secret no value. */
    static @Nullable Assignment read(Text text, int start, int end) {
        char sign = Text.of(text.at(start));
        char next = Text.of(text.at(end));
        if (next == '=' || next == '>' || next == ':' || (sign == ':' && next == '/')) {
            return null;
        }
        if (sign == ',' && !isFirstArgument(text, start, end)) {
            return null;
        }
        int p = nameEnd(text, start, sign);
        if (p < 0 || !mayAsk(text, p)) {
            return null;
        }
        String name = name(text, p);
        if (sign == '=' && TYPES.contains(name)) {
            // password: str = "…": the name stands before its type.
            p = nameEnd(text, p - name.length(), ':');
            name = p < 0 ? "" : name(text, p);
        }
        Kind kind = kind(text, p, name);
        if (kind == Kind.NOTHING || isPieceOfIdentifier(text, p - name.length(), start, end)) {
            return null;
        }
        boolean tag = sign == '>' && Text.of(text.before(start)) != '=';
        int from = tag ? skipLines(text, end) : end;
        int longest = kind == Kind.PASSWORD ? PasswordRules.LONGEST_READ : Values.LONGEST;
        Value value = Values.read(text, from, sign == ':' ? ENDS_SAID : ENDS_ASSIGNED, longest);
        if (value == null) {
            return null;
        }
        if (tag && !isTag(text, p - name.length(), value)) {
            return null;
        }
        boolean tight = p == start && value.start() == end;
        Value whole =
                tag ? new Value(value.chars(), value.start(), value.end(), true, true) : value;
        return new Assignment(kind, name, whole, sign, tight);
    }

    /**
     * Whether colons stand right before the name and right behind it, as in {@code
     * arn:aws:secretsmanager:eu-west-1:1:secret:name}, or an outcome is told: {@code --- PASS:
     * name}.
     */
    private static boolean isPieceOfIdentifier(Text text, int nameStart, int start, int end) {
        if (Text.of(text.at(start)) != ':') {
            return false;
        }
        char before = Text.of(text.before(nameStart));
        boolean told = before == ' ' && Values.precede(text, nameStart, "--- ") < nameStart;
        return told || (before == ':' && !Values.isBlank(Text.of(text.at(end))));
    }

    /** Whether the name that is given what begins at a place says that it opens nothing. */
    static boolean isHarmless(Text text, int start) {
        int p = start;
        char sign = 0;
        for (int i = 0; i < MOST_BEFORE_VALUE && sign == 0; i++) {
            int unit = text.before(p);
            char c = Text.of(unit);
            if (c == ':' || c == '=') {
                sign = c;
            } else if (!Values.isBlank(c) && c != '"' && c != '\'') {
                return false;
            }
            p -= Text.size(unit);
        }
        int end = sign == 0 ? -1 : nameEnd(text, p, sign);
        return end >= 0 && SecretNames.isHarmless(name(text, end));
    }

    /** Whether a name and a value stand in an element: {@code <name>value</name>}. */
    private static boolean isTag(Text text, int nameStart, Value value) {
        boolean opened = Text.of(text.before(nameStart)) == '<';
        return opened && Text.of(text.at(skipLines(text, value.end()))) == '<';
    }

    /** The place after the blanks and ends of lines that an element begins or ends with. */
    private static int skipLines(Text text, int start) {
        int p = start;
        for (int i = 0; i < MOST_INDENT; i++) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (!Values.isBlank(c) && c != '\n' && c != '\r') {
                break;
            }
            p += Text.size(unit);
        }
        return p;
    }

    /** Whether both sides of a comma are quoted and the left one opens the arguments of a call. */
    private static boolean isFirstArgument(Text text, int start, int end) {
        char quote = Text.of(text.before(start));
        if (quote != '"' && quote != '\'') {
            return false;
        }
        if (Text.of(text.at(Values.skipBlanks(text, end))) != quote) {
            return false;
        }
        int p = start - 1;
        for (int i = 0; i < LONGEST_NAME; i++) {
            int unit = text.before(p);
            char c = Text.of(unit);
            p -= Math.max(1, Text.size(unit));
            if (c == quote) {
                return Text.of(text.before(p)) == '(';
            }
            if (!Values.isName(c)) {
                return false;
            }
        }
        return false;
    }

    /** The place after the name before a sign, or -1 where no name can stand there. */
    private static int nameEnd(Text text, int start, char sign) {
        int p = start;
        for (int i = 0; i < MOST_BETWEEN; i++) {
            int unit = text.before(p);
            char c = Text.of(unit);
            boolean between = Values.isBlank(c) || c == '"' || c == '\'' || c == ']' || c == '`';
            boolean operator =
                    i < 3
                            && (c == '='
                                    || (c == '.' && i == 0)
                                    || c == ':'
                                    || c == '*'
                                    || c == '?'
                                    || c == '\\');
            if (c == '-' && sign == '>') {
                return -1;
            }
            if (!between && !operator) {
                return Character.isLetterOrDigit(c) || c == '_' || c == ')' ? p : -1;
            }
            p -= Math.max(1, Text.size(unit));
        }
        return -1;
    }

    /** Whether a name may ask for a secret by its last two letters; most are turned away here. */
    private static boolean mayAsk(Text text, int end) {
        int p = end;
        for (int i = 0; i < LONGEST_NAME; i++) {
            int unit = text.before(p);
            char last = Text.of(unit);
            if (last >= 0x80 && last != Text.EDGE) {
                return true;
            }
            if (Chars.isAsciiLetter(last)) {
                char previous = Text.of(text.before(p - Text.size(unit)));
                return Chars.isAsciiLetter(previous)
                        ? MAY_END.has(previous, last)
                        : previous >= 0x80 && previous != Text.EDGE;
            }
            if (!Values.isName(last)) {
                return false;
            }
            p -= Text.size(unit);
        }
        return false;
    }

    private static String name(Text text, int end) {
        StringBuilder name = new StringBuilder();
        int p = end;
        while (name.length() < LONGEST_NAME) {
            int unit = text.before(p);
            char c = Text.of(unit);
            if (Text.size(unit) == 0 || !(Values.isName(c) || isScript(c))) {
                break;
            }
            name.append(c);
            p -= Text.size(unit);
        }
        return name.reverse().toString();
    }

    /** A letter of a script other than Latin. */
    private static boolean isScript(char c) {
        return c >= 0x370 && Character.isLetter(c);
    }

    private static Kind kind(Text text, int end, String name) {
        Kind kind = SecretNames.kind(name);
        if (kind != Kind.NOTHING || name.isEmpty() || name.length() > LONGEST_PHRASE) {
            return kind;
        }
        if (name.equals("key")) {
            // A page's address may hold many parameters; this one is a secret by its name alone.
            char before = Text.of(text.before(end - name.length()));
            if (before == '?' || before == '&') {
                return Kind.SECRET;
            }
        }
        if (name.charAt(name.length() - 1) >= 0x370) {
            return SecretPhrases.otherScript(name);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return SecretPhrases.mayEnd(lower)
                ? SecretPhrases.kind(before(text, end), lower)
                : Kind.NOTHING;
    }

    private static String before(Text text, int end) {
        StringBuilder chars = new StringBuilder();
        int p = end;
        while (chars.length() < LONGEST_NAME) {
            int unit = text.before(p);
            if (Text.size(unit) == 0) {
                break;
            }
            chars.append(Character.toLowerCase(Text.of(unit)));
            p -= Text.size(unit);
        }
        return chars.reverse().toString();
    }

    @Override
    public String toString() {
        return "assignment[" + kind + "]";
    }
}
