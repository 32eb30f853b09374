package dev.avow.wire;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;

/** Which requests a server says it did not work on, so that they may be sent again. */
final class Unserved {

    private static final long REFUSED_STREAM = 7;

    private Unserved() {}

    /**
     * By RFC 9113, section 8.7: its stream was refused, or is above the last that a GOAWAY names;
     * or it never left. Over HTTP/1.1 no server can say so.
     */
    static boolean is(HttpClientRequest request, Throwable failure) {
        if (request.version() != HttpVersion.HTTP_2) {
            return false;
        }
        if (request.streamId() < 0) {
            return true;
        }
        return switch (failure) {
            case StreamResetException reset -> reset.getCode() == REFUSED_STREAM;
            case HttpClosedException closed ->
                    closed.goAway() != null
                            && closed.goAway().getLastStreamId() < request.streamId();
            default -> false;
        };
    }
}
