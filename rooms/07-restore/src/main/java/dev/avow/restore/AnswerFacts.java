package dev.avow.restore;

import dev.avow.classify.Classification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of an answer without its text. */
public final class AnswerFacts {

    private final List<Classification> classifications;
    private final byte[] sha256;
    private final @Nullable Integer tokensIn;
    private final @Nullable Integer tokensOut;

    AnswerFacts(
            List<Classification> classifications,
            byte[] sha256,
            @Nullable Integer tokensIn,
            @Nullable Integer tokensOut) {
        this.classifications = List.copyOf(classifications);
        this.sha256 = sha256.clone();
        this.tokensIn = tokensIn;
        this.tokensOut = tokensOut;
    }

    /** What personal data the model itself brought. */
    public List<Classification> classifications() {
        return classifications;
    }

    /** SHA-256 of the answer's texts as the provider gave them. */
    public byte[] sha256() {
        return sha256.clone();
    }

    /** Tokens of the prompt, as the provider counted; null where it did not say. */
    public @Nullable Integer tokensIn() {
        return tokensIn;
    }

    /** Tokens of the answer, as the provider counted; null where it did not say. */
    public @Nullable Integer tokensOut() {
        return tokensOut;
    }
}
