package dev.avow.wire;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpClientConnection;
import io.vertx.core.http.impl.UnpooledHttpClientConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * What Vert.x does not show of a connection by HTTP/2. This alone names its inner classes, which
 * another version may have otherwise: what is made of others is refused, and is not to be used.
 */
final class Inside {

    private Inside() {}

    /**
     * Says when a connection takes no more requests: also where we are who says GOAWAY, and before
     * those on it are told that it closed.
     *
     * @throws FaultException where the connection is not of a kind that is known
     */
    static void whenEvicted(HttpConnection connection, Runnable told) {
        if (!(unwrapped(connection) instanceof HttpClientConnection inner)) {
            throw unknown();
        }
        inner.evictionHandler(_ -> told.run());
    }

    /**
     * What speaks HTTP/2 on a connection.
     *
     * @throws FaultException where the connection is not of a kind that is known
     */
    static Http2ConnectionHandler netty(HttpConnection connection) {
        if (unwrapped(connection) instanceof ConnectionBase inner
                && inner.channelHandlerContext().handler()
                        instanceof Http2ConnectionHandler http2) {
            return http2;
        }
        throw unknown();
    }

    private static HttpConnection unwrapped(HttpConnection connection) {
        return connection instanceof UnpooledHttpClientConnection unpooled
                ? unpooled.unwrap()
                : connection;
    }

    private static FaultException unknown() {
        return Fault.of(
                        FaultCode.INTERNAL,
                        "this version of Vert.x makes connections by HTTP/2 in a way that is not"
                                + " known to keep keys out of their tables; set AVOW_PROVIDER_HTTP2"
                                + " to false")
                .asException();
    }
}
