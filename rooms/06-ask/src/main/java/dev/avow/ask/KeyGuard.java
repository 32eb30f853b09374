package dev.avow.ask;

import dev.avow.sealing.UnsealAccess;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an answer that quotes the provider's key, or what was shown in its place, from everybody
 * after it (promise B8). Servers that are asked by mistake repeat the head that they were sent,
 * some with status 200. As safe for threads as its sink.
 */
final class KeyGuard implements AnswerSink {

    /** The beginning of a key that is never told; a shorter key is looked for whole. */
    private static final int BEGINNING = 12;

    /**
     * What is shorter is no secret but what servers without keys are given ({@code ollama}, {@code
     * EMPTY}, {@code x}), and stands in many an answer.
     */
    private static final int LEAST = 8;

    private static final Pattern ESCAPED = Pattern.compile("\\\\u00([0-9a-fA-F]{2})");

    private final AnswerSink sink;
    private List<byte[]> secrets;
    private boolean failed;

    KeyGuard(ProviderKey key, AnswerSink sink) {
        this.sink = sink;
        this.secrets = beginnings(key.plaintext(UnsealAccess.granted())).toList();
    }

    @Override
    public void showing(List<String> plaintextSecrets) {
        secrets = plaintextSecrets.stream().flatMap(KeyGuard::beginnings).toList();
    }

    private static Stream<byte[]> beginnings(String secret) {
        String part = secret.substring(0, Math.min(BEGINNING, secret.length()));
        return part.length() < LEAST
                ? Stream.of()
                // Some write a slash in JSON as \/.
                : Stream.of(part, part.replace("/", "\\/"))
                        .distinct()
                        .map(each -> each.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void asking(Destination destination) {
        sink.asking(destination);
    }

    @Override
    public void abandoned(Destination destination) {
        sink.abandoned(destination);
    }

    @Override
    public void turnedDown(int status, @Nullable Integer retryAfterSeconds) {
        sink.turnedDown(status, retryAfterSeconds);
    }

    @Override
    public void refused(int status, byte[] json) {
        if (quotesKey(json) || quotesKey(unescaped(json))) {
            fail("refused with status " + status + " and");
        } else {
            sink.refused(status, json);
        }
    }

    @Override
    public void whole(byte[] json) {
        if (quotesKey(json)) {
            fail("answered and");
        } else {
            sink.whole(json);
        }
    }

    @Override
    public void events(List<byte[]> documents) {
        if (failed) {
            return;
        }
        for (byte[] document : documents) {
            if (quotesKey(document)) {
                fail("answered and");
                return;
            }
        }
        sink.events(documents);
    }

    @Override
    public void sound(String mediaType, byte[] piece) {
        if (!failed && quotesKey(piece)) {
            fail("answered and");
        } else if (!failed) {
            sink.sound(mediaType, piece);
        }
    }

    @Override
    public void end() {
        if (!failed) {
            sink.end();
        }
    }

    @Override
    public void failed(Fault fault) {
        if (!failed) {
            sink.failed(fault);
        }
    }

    private void fail(String did) {
        failed = true;
        sink.failed(
                Fault.of(
                        FaultCode.PROVIDER_REFUSED,
                        "the provider "
                                + did
                                + " repeated the key that it was sent, so its words are left out;"
                                + " check that its base URL is right"));
    }

    private boolean quotesKey(byte[] json) {
        for (byte[] secret : secrets) {
            if (holds(json, secret)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(byte[] text, byte[] part) {
        int last = text.length - part.length;
        for (int at = 0; at <= last; at++) {
            if (text[at] == part[0]
                    && Arrays.equals(text, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    /** With letters that are written by their number (RFC 8259, section 7) read. */
    private static byte[] unescaped(byte[] json) {
        return ESCAPED.matcher(new String(json, StandardCharsets.UTF_8))
                .replaceAll(escape ->
                        Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
                .getBytes(StandardCharsets.UTF_8);
    }
}
