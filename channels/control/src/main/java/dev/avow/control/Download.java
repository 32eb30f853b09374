package dev.avow.control;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A body that is made while it is sent, on a thread of its own, each part when the one before was
 * taken: memory is that of one part. Where it cannot be finished the connection is cut, so that
 * nobody takes a part for the whole.
 */
final class Download implements EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(Download.class);

    private static final long UNKNOWN = -1;

    /** Whoever takes no part for so long holds a place that others wait for. */
    private static final long PATIENCE_SECONDS = 60;

    private final Executor threads;
    private final long length;
    private final Consumer<Consumer<byte[]>> maker;
    private volatile @Nullable HttpServerResponse taken;

    /**
     * @param maker gives the parts to the sink that it is given; called once
     */
    Download(Executor threads, Consumer<Consumer<byte[]>> maker) {
        this(threads, UNKNOWN, maker);
    }

    /**
     * @param length of the body, in bytes
     */
    Download(Executor threads, long length, Consumer<Consumer<byte[]>> maker) {
        this.threads = threads;
        this.length = length;
        this.maker = maker;
    }

    /** Cuts the connection, where it is open; whoever waits for it to take a part fails. */
    void cut() {
        HttpServerResponse open = taken;
        if (open != null) {
            open.reset();
        }
    }

    @Override
    public void open(HttpServerResponse response) {
        taken = response;
        if (length == UNKNOWN) {
            response.setChunked(true);
        } else {
            response.putHeader("Content-Length", String.valueOf(length));
        }
        threads.execute(() -> {
            try {
                maker.accept(part -> send(response, part));
                response.end();
            } catch (RuntimeException failed) {
                LOG.warn("a download was cut off by {}", failed.getClass().getName());
                response.reset();
            }
        });
    }

    private static void send(HttpServerResponse response, byte[] part) {
        response.write(Buffer.buffer(part))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
