package dev.avow.wire;

import dev.avow.words.FaultException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Settings;
import io.vertx.core.http.HttpConnection;

/**
 * Keeps the heads of requests out of a connection's table (HPACK, RFC 7541, section 2.3.2): a key
 * would stay there long after its call (B8), beside those of other tenants. Vert.x has no setting
 * for that, so Netty's encoder is told that the table holds nothing; and told again with each
 * SETTINGS of the server, which may say how large a table is, before anybody can send anything.
 */
final class Unindexed extends Http2FrameListenerDecorator {

    private final Http2HeadersEncoder.Configuration heads;

    private Unindexed(Http2FrameListener listener, Http2HeadersEncoder.Configuration heads) {
        super(listener);
        this.heads = heads;
    }

    /**
     * From now on, for as long as the connection stands. On its event loop.
     *
     * @throws FaultException where that cannot be had; then nothing may be sent on it
     */
    static void keep(HttpConnection connection) {
        Http2ConnectionHandler http2 = Inside.netty(connection);
        Http2HeadersEncoder.Configuration heads =
                http2.encoder().configuration().headersConfiguration();
        Http2ConnectionDecoder server = http2.decoder();
        server.frameListener(new Unindexed(server.frameListener(), heads));
        try {
            heads.maxHeaderTableSize(0);
        } catch (Http2Exception never) {
            throw new IllegalStateException("a table may have the size 0", never);
        }
    }

    /** Netty's encoder has heard of them already. */
    @Override
    public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings)
            throws Http2Exception {
        heads.maxHeaderTableSize(0);
        super.onSettingsRead(context, settings);
    }
}
