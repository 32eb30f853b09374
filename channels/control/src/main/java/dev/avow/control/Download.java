package dev.avow.control;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A body that is made while it is sent, on a thread of its own, each part when the one before was
 * taken: memory is that of one part. Where it cannot be finished the connection is cut, so that
 * nobody takes a part for the whole.
 */
final class Download implements EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(Download.class);

    private final Executor threads;
    private final Consumer<Consumer<byte[]>> maker;

    /**
     * @param maker gives the parts to the sink that it is given; called once
     */
    Download(Executor threads, Consumer<Consumer<byte[]>> maker) {
        this.threads = threads;
        this.maker = maker;
    }

    @Override
    public void open(HttpServerResponse response) {
        response.setChunked(true);
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
        response.write(Buffer.buffer(part)).toCompletionStage().toCompletableFuture().join();
    }
}
