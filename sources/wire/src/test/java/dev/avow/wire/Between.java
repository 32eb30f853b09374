package dev.avow.wire;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Stands between a client and a server of a test, so that their way can fail. */
final class Between {

    /** What becomes of a way to a server. */
    enum Fate {
        ALIVE,
        /** Nothing arrives any more. */
        DEAD,
        CLOSED
    }

    private Between() {}

    /**
     * Listens, and passes on to a server of this machine.
     *
     * @param lets whether the next connection is passed on; else it stands, and nothing answers
     * @param fate of all ways; of what is dead nothing comes alive again
     * @return its port
     */
    static int listen(Vertx vertx, int port, BooleanSupplier lets, AtomicReference<Fate> fate)
            throws Exception {
        NetClient client = vertx.createNetClient();
        return vertx.createNetServer()
                .connectHandler(near -> {
                    if (!lets.getAsBoolean()) {
                        return;
                    }
                    near.pause();
                    client.connect(port, "127.0.0.1")
                            .onSuccess(far -> {
                                pass(near, far, fate);
                                pass(far, near, fate);
                                near.resume();
                            });
                })
                .listen(0, "127.0.0.1")
                .await(30, TimeUnit.SECONDS)
                .actualPort();
    }

    private static void pass(NetSocket from, NetSocket to, AtomicReference<Fate> fate) {
        boolean[] dead = {false};
        from.handler(bytes -> {
            dead[0] |= fate.get() == Fate.DEAD;
            if (fate.get() == Fate.CLOSED) {
                to.close();
            } else if (!dead[0]) {
                to.write(bytes);
            }
        });
    }
}
