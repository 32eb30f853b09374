package dev.avow.ask;

import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears an answer as it comes. The arrays are the sink's to keep. */
public interface AnswerSink {

    /**
     * What the provider is shown in the place of its key (promise B8), where that is not the key
     * itself: told before it is sent, and on another thread where that takes a while.
     *
     * @param plaintextSecrets those of the last request; none where nothing secret is sent
     */
    default void showing(List<String> plaintextSecrets) {}

    /** Somebody is about to be asked; told again where another one, or the same once more, is. */
    default void asking(Destination destination) {}

    /** Another try follows one with this destination, which may have been served and billed. */
    default void abandoned(Destination destination) {}

    /**
     * The head of what is no answer, told right before {@link #refused} or {@link #failed}.
     *
     * @param status HTTP's, above 200
     * @param retryAfterSeconds when another try may do better; null where it did not say
     */
    default void turnedDown(int status, @Nullable Integer retryAfterSeconds) {}

    /** The whole answer, a JSON document. The last call. */
    void whole(byte[] json);

    /** Some events of a stream: the JSON after each {@code data:}, the {@code [DONE]} left out. */
    void events(List<byte[]> documents);

    /**
     * A piece of an answer that is sound; {@link #end} follows the last. A sink that does not know
     * what to do with it passes nothing on.
     *
     * @param mediaType as the provider named it, such as {@code audio/mpeg}
     */
    default void sound(String mediaType, byte[] piece) {
        failed(
                Fault.of(
                        FaultCode.PROVIDER_INVALID_ANSWER,
                        "the provider answered with sound where none was asked for"));
    }

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
