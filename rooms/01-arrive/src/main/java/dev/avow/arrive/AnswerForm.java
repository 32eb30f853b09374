package dev.avow.arrive;

import dev.avow.words.Route;

/** What a request's answer is, where it is one. */
public enum AnswerForm {
    /** A JSON object, or events that hold some. */
    JSON,
    /** A text as it stands, such as subtitles. */
    TEXT,
    /** Sound, in pieces. */
    SOUND;

    /** Of a route, where its bodies do not ask for another. */
    static AnswerForm of(Route route) {
        return route == Route.SPEECH ? SOUND : JSON;
    }

    /**
     * Of what a transcription's {@code response_format} says (OpenAI's API reference, "Create
     * transcription"). A format that nobody has heard of counts as JSON: what is none is not passed
     * on.
     */
    static AnswerForm ofTranscript(String format) {
        return switch (format) {
            case "text", "srt", "vtt" -> TEXT;
            default -> JSON;
        };
    }
}
