package dev.avow.arrive;

import dev.avow.json.JsonDocument;
import dev.avow.words.FormFiles;
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
 * @param files what came with it, where it was a form; its fields are the body
 * @param answerForm what is to come back
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
        List<Segment> segments,
        FormFiles files,
        AnswerForm answerForm) {

    public Arrived {
        segments = List.copyOf(segments);
    }

    Arrived with(List<Segment> others) {
        return new Arrived(
                route,
                head,
                body,
                model,
                modelStart,
                modelEnd,
                streamed,
                answerRoom,
                others,
                files,
                answerForm);
    }

    /** Prints lengths, never text. */
    @Override
    public String toString() {
        return "Arrived of " + body.bytes().length + " bytes in " + segments.size() + " segments";
    }
}
