package dev.avow.wire;

import dev.avow.words.Route;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * How a provider's stream is cut into events, and how it is known to be whole.
 *
 * @param mediaType what the stream says it is, and what is asked for
 * @param endsByMark whether it ends with {@code [DONE]}
 * @param isLast where no mark ends it: whether an event is one after which nothing need follow
 * @param decoders makes a decoder for one stream, given the most bytes of an event
 */
public record Framing(
        String mediaType,
        boolean endsByMark,
        Predicate<byte[]> isLast,
        IntFunction<StreamDecoder> decoders) {

    private static final String EVENTS = "text/event-stream";

    /** Server-sent events and {@code [DONE]}. */
    public static final Framing BY_MARK = new Framing(EVENTS, true, _ -> false, EventDecoder::new);

    /** Server-sent events with a {@code type}, the last of which is known. */
    public static final Framing BY_TYPE =
            new Framing(EVENTS, false, LastEvent::is, EventDecoder::new);

    /**
     * Server-sent events of which none is known for the last: whoever translates them knows whether
     * they were all.
     */
    public static final Framing UNMARKED = new Framing(EVENTS, false, _ -> true, EventDecoder::new);

    /** Sound of any kind, to the end of the body. */
    public static final Framing SOUND = new Framing("*/*", false, _ -> false, EventDecoder::new);

    /** How the routes that Avow has itself are streamed. */
    static Framing of(Route route) {
        return switch (route) {
            case CHAT_COMPLETIONS -> BY_MARK;
            case SPEECH -> SOUND;
            case RESPONSES,
                    EMBEDDINGS,
                    MESSAGES,
                    COUNT_TOKENS,
                    IMAGE_GENERATIONS,
                    IMAGE_EDITS,
                    IMAGE_VARIATIONS,
                    TRANSCRIPTIONS,
                    TRANSLATIONS,
                    RERANK ->
                    BY_TYPE;
        };
    }
}
