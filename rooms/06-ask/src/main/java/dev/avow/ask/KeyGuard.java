package dev.avow.ask;

import dev.avow.sealing.UnsealAccess;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Keeps a refusal that quotes the provider's key from everybody after it (promise B8). Servers that
 * are asked by mistake repeat the head that they were sent. As safe for threads as its sink.
 */
final class KeyGuard implements AnswerSink {

    /** The beginning of a key that is never told; a shorter key is looked for whole. */
    private static final int BEGINNING = 12;

    private final ProviderKey key;
    private final AnswerSink sink;

    KeyGuard(ProviderKey key, AnswerSink sink) {
        this.key = key;
        this.sink = sink;
    }

    @Override
    public void refused(int status, byte[] json) {
        if (quotesKey(json)) {
            sink.failed(
                    Fault.of(
                            FaultCode.PROVIDER_REFUSED,
                            "the provider refused with status "
                                    + status
                                    + " and repeated the key that it was sent, so its words are"
                                    + " left out; check that its base URL is right"));
        } else {
            sink.refused(status, json);
        }
    }

    private boolean quotesKey(byte[] json) {
        String plaintext = key.plaintext(UnsealAccess.granted());
        String part = plaintext.substring(0, Math.min(BEGINNING, plaintext.length()));
        return !part.isEmpty() && new String(json, StandardCharsets.UTF_8).contains(part);
    }

    @Override
    public void whole(byte[] json) {
        sink.whole(json);
    }

    @Override
    public void events(List<byte[]> documents) {
        sink.events(documents);
    }

    @Override
    public void end() {
        sink.end();
    }

    @Override
    public void failed(Fault fault) {
        sink.failed(fault);
    }
}
