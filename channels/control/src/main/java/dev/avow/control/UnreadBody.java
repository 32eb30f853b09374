package dev.avow.control;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * What becomes of a connection whose request was answered before its body was read to the end, such
 * as one by a stranger: it is closed, since the rest of the body would have to be read first (RFC
 * 9112, section 9.6). What comes meanwhile is thrown away for a moment, for a reset would take the
 * answer from the sender. Over HTTP/2 a request can end alone. Used on the event loop.
 */
final class UnreadBody {

    private static final long LINGER_MILLIS = 2_000;

    private UnreadBody() {}

    /** To be called before the answer's head is written; does nothing where all was read. */
    static void closeAfterwards(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.version() == HttpVersion.HTTP_2 || request.isEnded() || !announced(request)) {
            return;
        }
        routing.response().putHeader("Connection", "close");
        request.handler(_ -> {});
        request.resume();
        routing.vertx().setTimer(LINGER_MILLIS, _ -> request.connection().close());
    }

    /** Whether the head says that a body follows (RFC 9112, section 6.3). */
    static boolean announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.getHeader("Transfer-Encoding") != null
                || (length != null && !length.equals("0"));
    }
}
