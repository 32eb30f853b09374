package dev.avow.arrive;

import dev.avow.json.JsonDocument;
import dev.avow.words.Route;
import java.util.List;

/**
 * A request that was understood: its bytes, and every part of them that holds text.
 *
 * @param route the way it came
 * @param head what its head said
 * @param body its body, without the list of what stands where
 * @param model the model that was asked for
 * @param modelStart first byte of the model's JSON string in {@code body}
 * @param modelEnd after its last byte
 * @param streamed whether the answer is to be streamed
 * @param answerRoom how long its answers may become
 * @param segments from left to right
 */
public record Arrived(
        Route route,
        RequestHead head,
        JsonDocument body,
        String model,
        int modelStart,
        int modelEnd,
        boolean streamed,
        AnswerRoom answerRoom,
        List<Segment> segments) {

    public Arrived {
        segments = List.copyOf(segments);
    }

    /** Prints lengths, never text. */
    @Override
    public String toString() {
        return "Arrived of " + body.bytes().length + " bytes in " + segments.size() + " segments";
    }
}
