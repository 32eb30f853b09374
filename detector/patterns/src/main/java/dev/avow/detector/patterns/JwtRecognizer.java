package dev.avow.detector.patterns;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * JSON Web Tokens.
 *
 * <p>Specification: RFC 7519; RFC 7515, section 3.1 (three parts) and RFC 7516, section 3.1 (five).
 * The header is decoded and must be an object that names an {@code alg} (RFC 7515, section 4.1.1).
 * The whole token is read, as long as it is: none begins within another, so that no character is
 * read for two.
 *
 * <p>Legal basis: a credential, whose claims often name a person (GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl}.
 */
final class JwtRecognizer implements Recognizer.OfTokens {

    private static final FindingType TYPE = new FindingType("jwt", 2);
    private static final int LONGEST_HEADER = 4096;
    private static final int MOST_PARTS = 5;

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public boolean encloses() {
        return true;
    }

    @Override
    public int shortest() {
        return 8;
    }

    @Override
    public int longest() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        if (Text.of(text.at(start)) != 'e') {
            return;
        }
        Cursor cursor = new Cursor(text, start, text.length() - start);
        char before = text.seenBefore(start);
        if (before == '.' || before == '-' || before == '_') {
            return;
        }
        cursor.next();
        if (cursor.next() != 'y' || (cursor.peek() != 'J' && cursor.peek() != 'A')) {
            return;
        }
        cursor.back(start);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        while (isBase64(cursor.peek()) && header.size() <= LONGEST_HEADER) {
            header.write(cursor.next());
        }
        if (cursor.peek() != '.' || !namesAlgorithm(header.toByteArray())) {
            return;
        }
        int parts = 1;
        int last = cursor.end();
        while (parts < MOST_PARTS && cursor.eat('.')) {
            int from = cursor.place();
            while (isBase64(cursor.peek())) {
                cursor.next();
            }
            // A part may be empty (an unsigned token), and a full stop is then no part of it.
            last = cursor.end() > from ? cursor.end() : last;
            parts++;
        }
        if (parts > 2) {
            sink.found(start, last, Confidence.CHECKSUM, Reason.CHECKSUM);
        }
    }

    private static boolean isBase64(char c) {
        return c < 0x80 && (Chars.isAsciiLetter(c) || Chars.isDigit(c) || c == '-' || c == '_');
    }

    private static boolean namesAlgorithm(byte[] header) {
        if (header.length % 4 == 1 || header.length > LONGEST_HEADER) {
            return false;
        }
        String json = new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8);
        return json.startsWith("{") && json.contains("\"alg\"");
    }
}
