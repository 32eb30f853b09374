package dev.avow.engines.guards;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Runs of base64 in a text, and what they say where that is text. Time is linear. */
final class Encoded {

    private static final int SHORTEST = 32;
    private static final int LONGEST = 64 << 10;

    private Encoded() {}

    /**
     * One run.
     *
     * @param start first char, inclusive
     * @param end exclusive
     * @param text what it says
     */
    record Run(int start, int end, String text) {}

    static List<Run> in(String text) {
        List<Run> runs = new ArrayList<>();
        int start = -1;
        for (int at = 0; at <= text.length(); at++) {
            boolean inside = at < text.length() && isBase64(text.charAt(at));
            if (inside && start < 0) {
                start = at;
            } else if (!inside && start >= 0) {
                add(text, start, at, runs);
                start = -1;
            }
        }
        return runs;
    }

    private static boolean isBase64(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '=';
    }

    private static void add(String text, int start, int end, List<Run> into) {
        if (end - start < SHORTEST || end - start > LONGEST) {
            return;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.substring(start, end));
            String said =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            into.add(new Run(start, end, said));
        } catch (IllegalArgumentException | CharacterCodingException noText) {
            // Then it says nothing.
        }
    }
}
