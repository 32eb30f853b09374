package dev.avow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Ends TLS before a server of a test, and takes down the heads of requests as they are encoded (RFC
 * 9113, section 4.1; RFC 7541, section 6).
 */
final class Heads {

    private static final int PREFACE = 24;
    private static final int FRAME_HEAD = 9;
    private static final int HEADERS = 1;
    private static final int PRIORITY = 0x20;
    private static final int PRIORITY_BYTES = 5;

    private final BlockingQueue<byte[]> seen = new LinkedBlockingQueue<>();
    private final int port;

    /**
     * @param upstream port of a server that speaks HTTP/2 without TLS
     */
    Heads(Vertx vertx, int upstream) throws Exception {
        NetClient client = vertx.createNetClient();
        NetServerOptions tls =
                new NetServerOptions()
                        .setSsl(true)
                        .setUseAlpn(true)
                        .setKeyCertOptions(Upstream.key());
        tls.getSslOptions().setApplicationLayerProtocols(List.of("h2"));
        port =
                vertx.createNetServer(tls)
                        .connectHandler(near -> {
                            near.pause();
                            client.connect(upstream, "127.0.0.1").onSuccess(far -> pass(near, far));
                        })
                        .listen(0, "127.0.0.1")
                        .await(30, TimeUnit.SECONDS)
                        .actualPort();
    }

    private void pass(NetSocket near, NetSocket far) {
        Buffer[] unread = {Buffer.buffer()};
        boolean[] begun = {false};
        near.handler(bytes -> {
            far.write(bytes);
            Buffer all = unread[0].appendBuffer(bytes);
            if (!begun[0] && all.length() >= PREFACE) {
                begun[0] = true;
                all = all.getBuffer(PREFACE, all.length());
            }
            unread[0] = begun[0] ? read(all) : all;
        });
        far.handler(near::write);
        near.resume();
    }

    /** What is left of the last frame. */
    private Buffer read(Buffer frames) {
        int at = 0;
        while (at + FRAME_HEAD <= frames.length()) {
            int begin = at + FRAME_HEAD;
            int end = begin + frames.getMedium(at);
            if (end > frames.length()) {
                break;
            }
            if (frames.getByte(at + 3) == HEADERS) {
                boolean prioritised = (frames.getByte(at + 4) & PRIORITY) != 0;
                seen.add(frames.getBytes(prioritised ? begin + PRIORITY_BYTES : begin, end));
            }
            at = end;
        }
        return frames.getBuffer(at, frames.length());
    }

    int port() {
        return port;
    }

    /** The next head's fields, without what says before them how large the table is. */
    byte[] next() throws InterruptedException {
        byte[] head = seen.poll(30, TimeUnit.SECONDS);
        assertThat(head).as("a head").isNotNull();
        int at = 0;
        while ((head[at] & 0xe0) == 0x20) {
            boolean more = (head[at++] & 0x1f) == 0x1f;
            while (more) {
                more = (head[at++] & 0x80) != 0;
            }
        }
        return Buffer.buffer(head).getBytes(at, head.length);
    }
}
