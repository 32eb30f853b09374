package dev.avow.arrive;

import dev.avow.words.Route;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What stands where in the bodies of one route. Every string of a body is scanned whether its table
 * names it or not; the table tells what of it is the prompt.
 *
 * @param prompts top-level members that hold what the model is asked
 * @param tuning top-level numbers that tune the model
 * @param rules makes the rules for one body
 */
record RouteTable(Set<String> prompts, Set<String> tuning, Supplier<BodyRules> rules) {

    private static final RouteTable CHAT_COMPLETIONS =
            new RouteTable(
                    Set.of("messages"),
                    Set.of("seed", "max_tokens", "max_completion_tokens"),
                    ChatRules::new);
    private static final RouteTable RESPONSES =
            new RouteTable(
                    Set.of("input", "instructions"),
                    Set.of("max_output_tokens"),
                    ResponsesRules::new);
    private static final RouteTable EMBEDDINGS =
            new RouteTable(Set.of("input"), Set.of("dimensions"), EmbeddingsRules::new);
    private static final RouteTable MESSAGES =
            new RouteTable(Set.of("messages", "system"), Set.of("max_tokens"), MessagesRules::new);
    private static final RouteTable COUNT_TOKENS =
            new RouteTable(Set.of("messages", "system"), Set.of(), MessagesRules::forCounting);

    private static final RouteTable IMAGES =
            new RouteTable(Set.of("prompt"), Set.of(), () -> MediaRules.wanting("prompt"));
    private static final RouteTable IMAGE_VARIATIONS =
            new RouteTable(Set.of(), Set.of(), MediaRules::withPrompt);
    private static final RouteTable SPEECH =
            new RouteTable(
                    Set.of("input", "instructions"), Set.of(), () -> MediaRules.wanting("input"));
    private static final RouteTable TRANSCRIPTS =
            new RouteTable(Set.of("prompt"), Set.of(), MediaRules::withPrompt);

    private static final RouteTable RERANK =
            new RouteTable(
                    Set.of("query", "documents"),
                    Set.of("top_n", "top_k", "max_tokens_per_doc", "max_chunks_per_doc"),
                    RerankRules::new);

    static RouteTable of(Route route) {
        return switch (route) {
            case CHAT_COMPLETIONS -> CHAT_COMPLETIONS;
            case RESPONSES -> RESPONSES;
            case EMBEDDINGS -> EMBEDDINGS;
            case MESSAGES -> MESSAGES;
            case COUNT_TOKENS -> COUNT_TOKENS;
            case IMAGE_GENERATIONS, IMAGE_EDITS -> IMAGES;
            case IMAGE_VARIATIONS -> IMAGE_VARIATIONS;
            case SPEECH -> SPEECH;
            case TRANSCRIPTIONS, TRANSLATIONS -> TRANSCRIPTS;
            case RERANK -> RERANK;
        };
    }
}
