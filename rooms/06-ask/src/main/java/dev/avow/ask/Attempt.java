package dev.avow.ask;

import dev.avow.words.Destination;
import dev.avow.words.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One try. Passes an answer on, and keeps a failure back until it is known whether another try
 * follows. On the event loop of its call.
 */
final class Attempt implements AnswerSink {

    /** Why a try came to no answer. */
    sealed interface Failure {

        /** Tells it to the caller. */
        void tell(AnswerSink sink);

        /** The provider refused the request with a status. */
        @SuppressWarnings("ArrayRecordComponent") // on its way to the caller, never compared
        record Refused(int status, byte[] json, @Nullable Integer retryAfter) implements Failure {
            @Override
            public void tell(AnswerSink sink) {
                sink.turnedDown(status, retryAfter);
                sink.refused(status, json);
            }

            /** Prints the status alone. */
            @Override
            public String toString() {
                return "Refused with " + status;
            }
        }

        /**
         * It could not be asked, or broke off.
         *
         * @param status that it answered with; 0 where it did not
         */
        record Failed(Fault fault, int status, @Nullable Integer retryAfter) implements Failure {
            @Override
            public void tell(AnswerSink sink) {
                if (status != 0 || retryAfter != null) {
                    sink.turnedDown(status, retryAfter);
                }
                sink.failed(fault);
            }
        }
    }

    /** Who hears how a try ended. */
    interface Ended {

        /** The answer has come to its end, or the last word of it. */
        void answered(Attempt attempt);

        /**
         * There is none.
         *
         * @param begun whether some of it has reached the caller
         */
        void failed(Attempt attempt, Failure failure, boolean begun);
    }

    private final Destination destination;
    private final AnswerSink caller;
    private final Ended ended;
    private int status;
    private @Nullable Integer retryAfter;
    private boolean begun;
    private boolean over;

    Attempt(Destination destination, AnswerSink caller, Ended ended) {
        this.destination = destination;
        this.caller = caller;
        this.ended = ended;
    }

    Destination destination() {
        return destination;
    }

    /** Nothing of it is heard any more. */
    void drop() {
        over = true;
    }

    @Override
    public void turnedDown(int with, @Nullable Integer retryAfterSeconds) {
        status = with;
        retryAfter = retryAfterSeconds;
    }

    @Override
    public void whole(byte[] json) {
        if (!over) {
            over = true;
            ended.answered(this);
            caller.whole(json);
        }
    }

    @Override
    public void events(List<byte[]> documents) {
        if (!over) {
            begun = true;
            caller.events(documents);
        }
    }

    @Override
    public void sound(String mediaType, byte[] piece) {
        if (!over) {
            begun = true;
            caller.sound(mediaType, piece);
        }
    }

    @Override
    public void end() {
        if (!over) {
            over = true;
            ended.answered(this);
            caller.end();
        }
    }

    @Override
    public void refused(int with, byte[] json) {
        fail(new Failure.Refused(with, json, retryAfter));
    }

    @Override
    public void failed(Fault fault) {
        fail(new Failure.Failed(fault, status, retryAfter));
    }

    private void fail(Failure failure) {
        if (!over) {
            over = true;
            ended.failed(this, failure, begun);
        }
    }
}
