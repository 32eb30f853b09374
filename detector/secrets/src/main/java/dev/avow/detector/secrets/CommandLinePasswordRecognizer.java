package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.HashSet;
import java.util.Set;

/**
 * Passwords among the arguments of a command: {@code --password x}, {@code --db-pass x}, {@code
 * mysql -px}, {@code sshpass -p x}, {@code curl -u name:x}.
 *
 * <p>Specification: the manual pages of the commands. {@code -p} means many things, so it counts
 * only after a command that takes a password by it, within 160 characters on the same line.
 *
 * <p>Legal basis: whoever knows one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code mysql -u root -pRotkehlchen7}.
 */
final class CommandLinePasswordRecognizer extends WordSecret {

    private static final int REACH = 320;
    private static final int LONG_USER = 8;
    private static final Set<String> OPTIONS =
            Set.of("password", "passwd", "pass", "pwd", "passphrase", "token", "secret", "key");
    private static final Set<String> COMMANDS =
            Set.of(
                    "mysql",
                    "mysqldump",
                    "mysqladmin",
                    "mariadb",
                    "sshpass",
                    "mongo",
                    "mongosh",
                    "mongodump",
                    "mongorestore",
                    "login",
                    "curl",
                    "ldapsearch",
                    "htpasswd",
                    "psexec");
    private static final Set<String> WORDS = union();

    private static Set<String> union() {
        Set<String> words = new HashSet<>(OPTIONS);
        words.addAll(COMMANDS);
        return Set.copyOf(words);
    }

    CommandLinePasswordRecognizer() {
        super(PasswordRecognizer.TYPE, WORDS);
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        if (OPTIONS.contains(word)) {
            option(text, start, end, sink);
        } else {
            command(text, end, word, sink);
        }
    }

    private static void option(Text text, int start, int end, Sink sink) {
        if (Text.of(text.at(end)) != ' ' || Text.of(text.before(start)) != '-') {
            return;
        }
        int from = Stretch.start(Alphabet.URL, text, start, 32);
        String name = Stretch.of(Alphabet.URL, text, from, 40).chars();
        SecretNames.Kind kind = SecretNames.kind(name);
        if (!name.startsWith("--") || kind == SecretNames.Kind.NOTHING) {
            return;
        }
        Value value = Values.read(text, end, "\"'`;|<>");
        if (value == null || value.chars().startsWith("-")) {
            return;
        }
        boolean fits =
                kind == SecretNames.Kind.PASSWORD
                        ? PasswordRules.fitsSaid(value)
                        : Randomness.isToken(value.chars()) && !Placeholders.is(value.chars());
        report(fits, value, sink);
    }

    private static void command(Text text, int end, String word, Sink sink) {
        boolean user = word.equals("curl");
        char letter = user ? 'u' : word.equals("ldapsearch") ? 'w' : 'p';
        char before = Text.of(text.at(end));
        int p = end;
        while (p < end + REACH) {
            int unit = text.at(p);
            char c = Text.of(unit);
            boolean goesOn = before == '\\' || before == '\r';
            if ((Values.endsLine(c) && !(goesOn && c != Text.EDGE)) || c == '|' || c == ';') {
                return;
            }
            int next = p + Math.max(1, Text.size(unit));
            if (c == '-' && (before == ' ' || before == '\n')) {
                int named = user ? Values.follow(text, next, "-user") : -1;
                if (named > 0 || Text.of(text.at(next)) == letter) {
                    argument(text, named > 0 ? named : next + 1, word, sink);
                    return;
                }
            }
            before = c;
            p = next;
        }
    }

    private static void argument(Text text, int place, String word, Sink sink) {
        boolean glued = word.startsWith("my") || word.equals("mariadb");
        if (glued && Values.isBlank(Text.of(text.at(place)))) {
            return;
        }
        boolean equals = Text.of(text.at(place)) == '=';
        Value value = Values.read(text, equals ? place + 1 : place, "\"'`;|<>");
        if (value == null) {
            return;
        }
        if (word.equals("curl")) {
            user(text, value, sink);
            return;
        }
        report(PasswordRules.fitsSaid(value) && !isPort(value), value, sink);
    }

    /** {@code name:password}, {@code name:'password'} and {@code key:} after curl's option. */
    private static void user(Text text, Value user, Sink sink) {
        int colon = user.chars().indexOf(':');
        if (colon >= 0 && colon < user.length() - 1) {
            password(part(text, user, colon + 1, user.length()), sink);
            return;
        }
        // Without quotes the colon at the end is read as a sentence's.
        boolean apart = colon < 0 && Text.of(text.at(user.end())) == ':';
        if (colon < 0 && !apart) {
            return;
        }
        char next = apart ? Text.of(text.at(user.end() + 1)) : ' ';
        if (next == '"' || next == '\'') {
            Value quoted = Values.read(text, user.end() + 1, "\"'`;|<>");
            if (quoted != null && quoted.quoted()) {
                password(quoted, sink);
            }
            return;
        }
        Value key = part(text, user, 0, apart ? user.length() : colon);
        report(key.length() >= LONG_USER && Randomness.mixed(key.chars()), key, sink);
    }

    /** Some characters of a value; an escape among them takes more than one char of the text. */
    private static Value part(Text text, Value value, int from, int to) {
        int start = place(text, value.start(), from);
        int end = to == value.length() ? value.end() : place(text, start, to - from);
        return new Value(value.chars().substring(from, to), start, end, value.quoted(), true);
    }

    /** The place after so many characters that are seen. */
    private static int place(Text text, int start, int chars) {
        int p = start;
        for (int seen = 0; seen < chars; ) {
            int unit = text.at(p);
            seen += Text.of(unit) == Text.IGNORABLE ? 0 : 1;
            p += Math.max(1, Text.size(unit));
        }
        return p;
    }

    private static void password(Value value, Sink sink) {
        String chars = value.chars();
        boolean letters =
                chars.length() >= LONG_USER && chars.chars().allMatch(Character::isLetter);
        report(PasswordRules.fitsSaid(value) || (letters && !Placeholders.is(chars)), value, sink);
    }

    private static boolean isPort(Value value) {
        return value.chars().chars().allMatch(c -> c == ':' || Chars.isDigit((char) c));
    }

    private static void report(boolean fits, Value value, Sink sink) {
        if (fits) {
            sink.found(value.start(), value.end(), Confidence.PATTERN_IN_CONTEXT, Reason.CONTEXT);
        }
    }
}
