package dev.avow.ask;

import dev.avow.words.Fault;
import java.util.List;

/** Hears an answer as it comes. The arrays are the sink's to keep. */
public interface AnswerSink {

    /** The whole answer, a JSON document. The last call. */
    void whole(byte[] json);

    /** Some events of a stream: the JSON after each {@code data:}, the {@code [DONE]} left out. */
    void events(List<byte[]> documents);

    /** The stream ended as it should. The last call. */
    void end();

    /**
     * The provider refused with a status of 400 to 499 that is about the request. The last call.
     *
     * @param status HTTP's
     * @param json its error document, possibly not well-formed
     */
    void refused(int status, byte[] json);

    /** It could not be asked, or it broke off. The last call. */
    void failed(Fault fault);
}
