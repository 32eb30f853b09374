package dev.avow.translation;

import dev.avow.wire.AnswerTranslator;
import dev.avow.wire.Translated;
import dev.avow.wire.Translation;
import java.util.ArrayList;
import java.util.List;

/**
 * Two translations, one after the other, for a provider that has neither the caller's route nor the
 * one that it is first translated to. Safe for any thread.
 */
public final class Chained implements Translation {

    private final Translation first;
    private final Translation second;

    /**
     * @param first from the caller's route
     * @param second from the route that {@code first} leads to, to one that the provider has
     */
    public Chained(Translation first, Translation second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public Translated of(byte[] body) {
        if (!(first.of(body) instanceof Translated.Elsewhere outer)
                || !(second.of(outer.body()) instanceof Translated.Elsewhere inner)) {
            throw new IllegalStateException("translations that ask nobody cannot be chained");
        }
        return new Translated.Elsewhere(
                inner.target(), inner.body(), new Both(inner.answers(), outer.answers()));
    }

    /** The provider's answer goes through {@code inner} first. */
    private record Both(AnswerTranslator inner, AnswerTranslator outer)
            implements AnswerTranslator {

        @Override
        public byte[] whole(byte[] json) {
            return outer.whole(inner.whole(json));
        }

        @Override
        public List<byte[]> event(byte[] json) {
            return through(inner.event(json));
        }

        @Override
        public List<byte[]> end() {
            List<byte[]> last = through(inner.end());
            last.addAll(outer.end());
            return last;
        }

        private List<byte[]> through(List<byte[]> events) {
            List<byte[]> told = new ArrayList<>();
            for (byte[] event : events) {
                told.addAll(outer.event(event));
            }
            return told;
        }

        @Override
        public byte[] refusal(int status, byte[] json) {
            return outer.refusal(status, inner.refusal(status, json));
        }
    }
}
