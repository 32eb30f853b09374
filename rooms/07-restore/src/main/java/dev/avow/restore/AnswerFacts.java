package dev.avow.restore;

import dev.avow.classify.Classification;
import dev.avow.words.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of an answer without its text. */
public final class AnswerFacts {

    private final List<Classification> classifications;
    private final byte[] sha256;
    private final Usage usage;
    private final List<Acted> acted;

    /**
     * @param guard what judged it; null where nothing did
     */
    AnswerFacts(
            List<Classification> classifications,
            byte[] sha256,
            Usage usage,
            @Nullable AnswerGuard guard) {
        this.acted = guard == null ? List.of() : guard.acted();
        this.classifications = List.copyOf(classifications);
        this.sha256 = sha256.clone();
        this.usage = usage;
    }

    /** What personal data the model itself brought. */
    public List<Classification> classifications() {
        return classifications;
    }

    /** What policies did with some of it. */
    public List<Acted> acted() {
        return acted;
    }

    /** SHA-256 of the answer's texts as the provider gave them. */
    public byte[] sha256() {
        return sha256.clone();
    }

    /** Tokens as the provider counted them. */
    public Usage usage() {
        return usage;
    }

    /** Tokens of the prompt, cached ones too; null where the provider did not say. */
    public @Nullable Integer tokensIn() {
        Long fresh = usage.fresh();
        return fresh == null ? null : whole(fresh + usage.cached() + usage.cacheWritten());
    }

    /** Tokens of the answer, as the provider counted; null where it did not say. */
    public @Nullable Integer tokensOut() {
        Long out = usage.out();
        return out == null ? null : whole(out);
    }

    private static Integer whole(long count) {
        return (int) Math.min(Integer.MAX_VALUE, count);
    }
}
