package dev.avow.budgets;

import dev.avow.admit.Size;
import dev.avow.words.Usage;

/**
 * How many tokens a request may come to, before anybody counted them. Of the prompt: the body's
 * bytes as it leaves, over a number of bytes for each token, rounded up (no tokenizer in use makes
 * more than one token of a byte; of English text it makes one of four). Of the answer: as many as
 * the body allows, or a default, times the answers that it wants.
 *
 * @param bytesPerToken at least 1
 * @param answerTokens for an answer where the body does not say
 */
public record EstimateRule(int bytesPerToken, int answerTokens) {

    Usage of(Size size) {
        long prompt = Math.ceilDiv((long) size.bodyBytes(), bytesPerToken);
        return new Usage(
                prompt,
                0,
                0,
                switch (size.route()) {
                    case CHAT_COMPLETIONS,
                            RESPONSES,
                            MESSAGES,
                            IMAGE_GENERATIONS,
                            IMAGE_EDITS,
                            IMAGE_VARIATIONS,
                            SPEECH,
                            TRANSCRIPTIONS,
                            TRANSLATIONS ->
                            size.answerRoom().tokens(answerTokens);
                    case EMBEDDINGS, COUNT_TOKENS, RERANK -> 0L;
                });
    }

    /** Counting tokens is free of charge at the provider. */
    boolean isFree(Size size) {
        return switch (size.route()) {
            case COUNT_TOKENS -> true;
            case CHAT_COMPLETIONS,
                    RESPONSES,
                    MESSAGES,
                    EMBEDDINGS,
                    IMAGE_GENERATIONS,
                    IMAGE_EDITS,
                    IMAGE_VARIATIONS,
                    SPEECH,
                    TRANSCRIPTIONS,
                    TRANSLATIONS,
                    RERANK ->
                    false;
        };
    }
}
