package dev.avow.detector.patterns;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;

/**
 * Addresses of resources with a user's name and password in them.
 *
 * <p>Specification: RFC 3986, section 3.2.1: {@code scheme://user:password@host:port}. People leave
 * slashes and at signs in passwords as they are, so the last at sign before a blank or quote
 * decides. A password that is a placeholder ({@code ${PASSWORD}}, {@code <password>}, {@code %s},
 * asterisks) is none. The path after the host is not part of the finding.
 *
 * <p>Legal basis: a credential; security of processing, GDPR Article 32.
 *
 * <p>Fictitious example: {@code postgres://app:s3cr3t@db.example.org:5432}.
 */
final class UrlCredentialsRecognizer implements Recognizer.OfSigns {

    private static final FindingType TYPE = new FindingType("url_credentials", 2);
    private static final int LONGEST_SCHEME = 24;
    private static final int LONGEST_USER_INFO = 256;
    private static final int LONGEST_HOST = 262;
    private static final String NO_AT = "@";
    private static final int NO_SIGN = -1;
    private static final int NOT_REAL = -2;

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public boolean encloses() {
        return true;
    }

    @Override
    public String signs() {
        return ":";
    }

    @Override
    public void sign(Text text, int start, int end, Sink sink) {
        if (Text.of(text.at(end)) != '/') {
            return;
        }
        Cursor cursor = new Cursor(text, end, LONGEST_USER_INFO);
        boolean slash = cursor.eat('/');
        if (!slash || !cursor.eat('/') || cursor.peek() == '[') {
            return;
        }
        int begin = cursor.place();
        int most = end + LONGEST_USER_INFO - begin;
        if (text.unbroken().goesOn(NO_AT, begin, most, (_, c) -> c == '@' || ends(c))) {
            return;
        }
        int at = lastAt(cursor);
        if (at < 0) {
            if (at == NO_SIGN && cursor.place() >= end + LONGEST_USER_INFO) {
                text.unbroken().add(NO_AT, begin, cursor.place());
            }
            return;
        }
        int scheme = scheme(text, start);
        if (scheme < start) {
            sink.found(scheme, host(text, at), Confidence.DISTINCT_PATTERN, Reason.PATTERN);
        }
    }

    private static int scheme(Text text, int colon) {
        int p = colon;
        while (p > colon - LONGEST_SCHEME) {
            int unit = text.before(p);
            char c = Text.of(unit);
            if (!Chars.isAsciiLetter(c) && !Chars.isDigit(c) && c != '+' && c != '.' && c != '-') {
                break;
            }
            p -= Text.size(unit);
        }
        return p;
    }

    /** After the at sign that ends user and password; negative where there is none. */
    private static int lastAt(Cursor cursor) {
        int colon = -1;
        int at = NO_SIGN;
        boolean port = true;
        boolean path = false;
        Password password = new Password();
        Password sofar = password;
        for (char c = cursor.peek(); !ends(c); c = cursor.peek()) {
            cursor.next();
            if (c == '@') {
                if (colon < 0 || (path && port)) {
                    return NOT_REAL;
                }
                at = cursor.end();
                sofar = password.copy();
            } else if (c == '/' || c == '?' || c == '#') {
                // Only a password in which a slash was left as it is goes on here.
                if (colon < 0 || at >= 0) {
                    break;
                }
                path = true;
            } else if (c == ':' && colon < 0) {
                colon = cursor.end();
                continue;
            }
            if (colon >= 0) {
                port &= Chars.isDigit(c) || path;
                password.add(c);
            }
        }
        return at < 0 ? NO_SIGN : sofar.isReal() ? at : NOT_REAL;
    }

    private static boolean ends(char c) {
        return c <= ' ' || c == '"' || c == '\'' || c == '`' || c == '<' || c >= Text.EDGE;
    }

    private static int host(Text text, int at) {
        Cursor cursor = new Cursor(text, at, LONGEST_HOST);
        int end = at;
        while (true) {
            char c = cursor.peek();
            boolean word = Chars.isLatin(c) || Chars.isDigit(c) || c == ']' || c == '_';
            if (!word && c != '.' && c != '-' && c != ':' && c != '[' && c != ',') {
                return end;
            }
            cursor.next();
            end = word ? cursor.end() : end;
        }
    }

    /** What is known of a password without keeping it. */
    private static final class Password {
        private int size;
        private int stars;
        private char first;
        private char last;

        void add(char c) {
            first = size == 0 ? c : first;
            last = c;
            stars += c == '*' || c == '.' || c == 'x' || c == 'X' ? 1 : 0;
            size++;
        }

        Password copy() {
            Password copy = new Password();
            copy.size = size;
            copy.stars = stars;
            copy.first = first;
            copy.last = last;
            return copy;
        }

        boolean isReal() {
            boolean brace = (first == '$' || first == '{' || first == '#') && last == '}';
            boolean variable = first == '$' || (first == '%' && size == 2) || first == '[';
            return size > 0 && stars < size && !brace && !variable && first != '{';
        }
    }
}
