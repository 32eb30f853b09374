package dev.avow.detector.patterns;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;

/**
 * IPv4 addresses in dotted decimals.
 *
 * <p>Specification: RFC 791; the form of RFC 6943, section 3.1.1, strict. A port or a prefix length
 * may follow and is not part of the finding. Versions of software have the same form: nothing is
 * reported after a word or sign that says so, nor {@code N.0.0.0}, masks and {@code 127.0.x.x},
 * which name no host but the one that reads: every source tree is full of it, and it is nobody's.
 *
 * <p>Legal basis: personal data also where it changes (CJEU C-582/14, Breyer; GDPR recital 30).
 *
 * <p>Fictitious example (RFC 5737): {@code 192.0.2.44}.
 */
final class Ipv4Recognizer implements Recognizer.OfDigits {

    private static final FindingType TYPE = new FindingType("ipv4", 2);
    private static final int LONGEST_ADDRESS = 20;
    private static final int VERSION_REACH = 24;
    private static final int PHONE_REACH = 24;

    private static final ContextWords VERSIONS =
            ContextWords.of(
                    "v",
                    "ver",
                    "version",
                    "versions",
                    "versie",
                    "versione",
                    "release",
                    "released",
                    "rev",
                    "revision",
                    "build",
                    "firmware",
                    "driver",
                    "section",
                    "sections",
                    "chapter",
                    "clause",
                    "paragraph",
                    "kapitel",
                    "abschnitt",
                    "chapitre",
                    "upgrade",
                    "upgraded",
                    "patch",
                    "chrome",
                    "assembly",
                    "jls",
                    "jvms",
                    "git",
                    "firefox",
                    "kernel",
                    "oid");

    private static final ContextWords NETWORK =
            ContextWords.of(
                    "ip", "ips", "ipv4", "addr", "address", "adresse", "host", "server", "ping",
                    "dns", "gateway", "router", "client", "remote", "from", "subnet", "ssh");

    /** Danish and Norwegian numbers are written with dots too. */
    private static final ContextWords PHONE =
            ContextWords.of(
                    "tel", "telefon", "telefonnummer", "tlf", "phone", "mobil", "mobile", "fax");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int longest() {
        return 3;
    }

    @Override
    public void digits(Text text, int start, int end, Sink sink) {
        int unit = text.at(text.skipIgnorable(end));
        if (Text.of(unit) != '.') {
            return;
        }
        char before = text.seenBefore(start);
        if (before == '.' || before == '_' || Chars.isLatin(before)) {
            return;
        }
        Cursor cursor = new Cursor(text, start, LONGEST_ADDRESS);
        int[] parts = Dotted.read(cursor);
        if (parts.length == 0 || !freeAfter(text, cursor.end())) {
            return;
        }
        if (PHONE.before(text, start, PHONE_REACH)) {
            return;
        }
        boolean named = NETWORK.before(text, start);
        if (!namesHost(parts, text, cursor.end()) || isVersion(text, start, before, parts, named)) {
            return;
        }
        Reason reason = named ? Reason.CONTEXT : Reason.PATTERN;
        sink.found(start, cursor.end(), Confidence.DISTINCT_PATTERN, reason);
    }

    /** A fifth part, a letter or a file's suffix make it a part of something else. */
    private static boolean freeAfter(Text text, int end) {
        int p = text.skipIgnorable(end);
        int unit = text.at(p);
        char c = Text.of(unit);
        if (Chars.isLatin(c) || Chars.isDigit(c) || c == '_') {
            return false;
        }
        if (c != '.' && c != '-') {
            return true;
        }
        char next = Text.of(text.at(text.skipIgnorable(p + Text.size(unit))));
        boolean range = c == '-' && Chars.isDigit(next);
        return range || !(Chars.isDigit(next) || (next >= 'a' && next <= 'z'));
    }

    private static boolean namesHost(int[] parts, Text text, int end) {
        boolean network = parts[1] == 0 && parts[2] == 0 && parts[3] == 0;
        boolean own = parts[0] == 127 && parts[1] == 0;
        boolean nobody = parts[0] == 255 || parts[0] == 0 || own;
        return !nobody && (!network || Text.of(text.at(end)) == '/');
    }

    private static boolean isVersion(
            Text text, int start, char before, int[] parts, boolean named) {
        if (before == '=' || before == '>' || before == '<' || before == '~' || before == '^') {
            char sign = text.seenBefore(start - 1);
            boolean comparison = sign == '=' || sign == '>' || sign == '<' || sign == '~';
            if (comparison || before == '~' || before == '^') {
                return true;
            }
        }
        if (before == '-' && !Chars.isDigit(text.seenBefore(start - 1))) {
            return true;
        }
        if (VERSIONS.before(text, start, VERSION_REACH)) {
            return !named;
        }
        if (before == '\u00a7') {
            return true;
        }
        // A heading: 1.2.3.4 at the start of a line.
        boolean small = parts[0] < 10 && parts[1] < 10 && parts[2] < 20 && parts[3] < 20;
        return small && !named && (before == '\n' || before == Text.EDGE || before == '#');
    }
}
