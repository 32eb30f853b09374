package dev.avow.api;

import dev.avow.arrive.ContentCoding;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request's body, and stops reading where it grows too large, or where all together do. On
 * its event loop only.
 */
final class BodyReader {

    private final HttpServerRequest request;
    private final int most;
    private final String setting;
    private final @Nullable BodyRoom room;
    private final @Nullable Reply reply;
    private @Nullable BodyShare share;
    private @Nullable Buffer body;
    private boolean over;

    /**
     * For bodies that share memory until they are answered.
     *
     * @param reply tells when that is
     */
    BodyReader(HttpServerRequest request, int mostBytes, BodyRoom room, Reply reply) {
        this(request, mostBytes, "AVOW_MAX_BODY_BYTES", room, reply);
    }

    /**
     * For bodies that have their place in memory already, or need none.
     *
     * @param setting what raises the limit
     */
    BodyReader(HttpServerRequest request, int mostBytes, String setting) {
        this(request, mostBytes, setting, null, null);
    }

    private BodyReader(
            HttpServerRequest request,
            int mostBytes,
            String setting,
            @Nullable BodyRoom room,
            @Nullable Reply reply) {
        this.setting = setting;
        this.request = request;
        this.most = mostBytes;
        this.room = room;
        this.reply = reply;
    }

    /** Those workers, who keep the memory of a body that has some while they work. */
    Executor with(Executor workers) {
        BodyShare known = share;
        return known == null ? workers : known.with(workers);
    }

    void read(Consumer<byte[]> whole, Consumer<Fault> refused) {
        boolean packed;
        try {
            packed = ContentCoding.isGzip(request.getHeader(HttpHeaders.CONTENT_ENCODING));
        } catch (FaultException unknown) {
            refused.accept(unknown.fault());
            return;
        }
        if (declared() > most) {
            refused.accept(tooLarge());
            return;
        }
        request.handler(part -> {
            if (over) {
                return;
            }
            int length = (body == null ? 0 : body.length()) + part.length();
            boolean tooLarge = length > most;
            if (tooLarge || (length > BodyRoom.SMALL && !hasRoom(length))) {
                over = true;
                body = null;
                refused.accept(tooLarge ? tooLarge() : BodyRoom.full());
            } else {
                body = body == null ? part : body.appendBuffer(part);
            }
        });
        request.endHandler(_ -> {
            if (!over) {
                over = true;
                byte[] read = body == null ? new byte[0] : body.getBytes();
                body = null; // the request, and this with it, lives until it is answered
                if (packed) {
                    unpack(read, whole, refused);
                } else {
                    whole.accept(read);
                }
            }
        });
        request.exceptionHandler(_ -> over = true);
    }

    /** Elsewhere, since a small body can be a large one. */
    private void unpack(byte[] read, Consumer<byte[]> whole, Consumer<Fault> refused) {
        Context context = Objects.requireNonNull(Vertx.currentContext());
        if (!hasRoom(read.length)) { // so that it has a share, on this thread
            refused.accept(BodyRoom.full());
            return;
        }
        with(work -> context.executeBlocking(Executors.callable(work), false))
                .execute(() -> {
                    Runnable next;
                    try {
                        byte[] plain =
                                ContentCoding.unpacked(read, most, tooLarge(), this::takeRoom);
                        next = () -> whole.accept(plain);
                    } catch (FaultException known) {
                        next = () -> refused.accept(known.fault());
                    } catch (RuntimeException bug) {
                        next =
                                () ->
                                        refused.accept(
                                                Fault.of(
                                                        FaultCode.INTERNAL,
                                                        "the body could not be unpacked here"));
                    }
                    Runnable last = next;
                    context.runOnContext(_ -> last.run());
                });
    }

    /** Of a worker, who has the share already. */
    private void takeRoom(int bytes) {
        BodyShare known = share;
        if (known != null && !known.reaches(bytes)) {
            throw BodyRoom.full().asException();
        }
    }

    /** Nobody would give back what is taken once the answer is over. */
    private boolean hasRoom(int bytes) {
        if (room == null || reply == null) {
            return true;
        }
        if (!reply.isOpen()) {
            return false;
        }
        BodyShare known = share;
        if (known == null) {
            known = new BodyShare(room);
            share = known;
            reply.whenOver(known::answerIsOver);
        }
        return known.reaches(bytes);
    }

    private long declared() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }

    private Fault tooLarge() {
        return Fault.of(
                FaultCode.BODY_TOO_LARGE,
                "the body is larger than " + most + " bytes; send less, or raise " + setting);
    }
}
