package dev.avow.api;

import dev.avow.arrive.ContentCoding;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a request's body, and stops reading where it grows too large. On its event loop only. */
final class BodyReader {

    private final HttpServerRequest request;
    private final int most;
    private final String setting;
    private @Nullable Buffer body;
    private boolean over;

    BodyReader(HttpServerRequest request, int mostBytes) {
        this(request, mostBytes, "AVOW_MAX_BODY_BYTES");
    }

    /**
     * @param setting what raises the limit
     */
    BodyReader(HttpServerRequest request, int mostBytes, String setting) {
        this.setting = setting;
        this.request = request;
        this.most = mostBytes;
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
            int before = body == null ? 0 : body.length();
            if (before + part.length() > most) {
                over = true;
                body = null;
                refused.accept(tooLarge());
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
        Objects.requireNonNull(Vertx.currentContext())
                .executeBlocking(() -> ContentCoding.unpacked(read, most, tooLarge()), false)
                .onSuccess(whole::accept)
                .onFailure(failed ->
                        refused.accept(
                                failed instanceof FaultException known
                                        ? known.fault()
                                        : Fault.of(
                                                FaultCode.INTERNAL,
                                                "the body could not be unpacked here")));
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
