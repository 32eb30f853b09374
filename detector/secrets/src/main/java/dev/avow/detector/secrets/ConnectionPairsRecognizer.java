package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Connection strings of pairs with semicolons between that hold a password.
 *
 * <p>Specification: Microsoft, "Connection string syntax" (ADO.NET, ODBC). The word for the
 * password is the candidate; the pairs around it are read at most 256 characters to either side, on
 * one line and to the quotes around them, and one of them must name a server or a data source.
 *
 * <p>Legal basis: whoever knows one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code Server=db.example;User Id=app;Password=Rotkehlchen7;}.
 */
final class ConnectionPairsRecognizer extends WordSecret {

    private static final int REACH = 256;
    private static final List<String> SERVERS =
            List.of("server=", "data source=", "host=", "addr=", "address=", "dsn=", "driver=");

    ConnectionPairsRecognizer() {
        super(ConnectionUrlRecognizer.TYPE, Set.of("password", "pwd"));
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        char previous = Text.of(text.before(start));
        boolean begins = previous == ';' || previous == ' ' || ends(previous);
        if (!begins || Text.of(text.at(end)) != '=') {
            return;
        }
        Value value = Values.read(text, end + 1, ";\"'`<");
        if (value == null || Placeholders.is(value.chars())) {
            return;
        }
        StringBuilder before = new StringBuilder();
        int from = from(text, start, before);
        StringBuilder after = new StringBuilder();
        int to = to(text, value.end(), after);
        String pairs = before.reverse().append(after).toString().toLowerCase(Locale.ROOT);
        for (String server : SERVERS) {
            if (pairs.contains(server) && pairs.indexOf(';') >= 0) {
                sink.found(from, to, Confidence.CHECKSUM, Reason.CHECKSUM);
                return;
            }
        }
    }

    private static boolean ends(char c) {
        return Values.endsLine(c) || "\"'`<>".indexOf(c) >= 0;
    }

    /** Where the pairs before begin: at a quote, a line's begin, or the name of the first pair. */
    private static int from(Text text, int start, StringBuilder before) {
        int p = start;
        int first = start;
        boolean name = false;
        boolean said = false;
        while (before.length() < REACH) {
            int unit = text.before(p);
            char c = Text.of(unit);
            if (ends(c) || Text.size(unit) == 0) {
                break;
            }
            p -= Text.size(unit);
            if (c == '=') {
                name = true;
            } else if (c == ';') {
                name = false;
                said = false;
            } else if (name && (c == ' ' || c == ':')) {
                said |= c == ':' || !isTwoWords(before);
            } else if (name && !said) {
                first = p;
            }
            before.append(c);
        }
        return first;
    }

    /** {@code Data Source} and {@code User Id}; before other names a sentence may end. */
    private static boolean isTwoWords(StringBuilder reversed) {
        int equal = reversed.lastIndexOf("=");
        String name = reversed.substring(equal + 1).toLowerCase(Locale.ROOT);
        return name.equals("ecruos") || name.equals("di") || name.equals("golatac");
    }

    private static int to(Text text, int start, StringBuilder after) {
        int p = start;
        int end = start;
        while (after.length() < REACH) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (ends(c) || c == ',' || (c == ' ' && !after.isEmpty() && isBroken(after))) {
                break;
            }
            after.append(c);
            p += Math.max(1, Text.size(unit));
            if (c != ' ' && c != '.') {
                end = p;
            }
        }
        int last = after.lastIndexOf("=");
        return last < 0 ? firstEnd(after, start) : end;
    }

    /** After the semicolon that ends the password, where no pair follows. */
    private static int firstEnd(StringBuilder after, int start) {
        return !after.isEmpty() && after.charAt(0) == ';' ? start + 1 : start;
    }

    /** Whether a blank ends the pairs: there is no pair begun. */
    private static boolean isBroken(StringBuilder after) {
        int semicolon = after.lastIndexOf(";");
        return after.indexOf("=", semicolon + 1) >= 0 || semicolon < 0;
    }
}
