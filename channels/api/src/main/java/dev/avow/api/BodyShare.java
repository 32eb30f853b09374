package dev.avow.api;

import java.util.concurrent.Executor;

/**
 * What one body has of a {@link BodyRoom}, while it is read and until its answer is over. It grows
 * on one thread at a time: the request's event loop, or a worker of {@link #place}.
 */
final class BodyShare {

    private final BodyRoom room;
    private final UploadPlace place;
    private long held;

    BodyShare(BodyRoom room) {
        this.room = room;
        this.place = new UploadPlace(() -> room.giveBack(held));
    }

    /** Whether so many bytes in all have room. */
    boolean reaches(int bytes) {
        if (bytes <= BodyRoom.SMALL || bytes <= held) {
            return true;
        }
        if (!room.take(bytes - held)) {
            return false;
        }
        held = bytes;
        return true;
    }

    /** See {@link UploadPlace#answerIsOver}. */
    void answerIsOver() {
        place.answerIsOver();
    }

    /** See {@link UploadPlace#with}. */
    Executor with(Executor workers) {
        return place.with(workers);
    }
}
