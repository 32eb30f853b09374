package dev.avow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

/** Whoever closes the pool leaves nobody connected: a restore would wait for them in vain. */
class TenancyCloseTest {

    @Test
    void close_whileAConnectionIsBeingMade_closesThatOneToo() {
        try (TestDatabase database = TestDatabase.fresh()) {
            Tenancy tenancy = Tenancy.connect(slow(database.access()));
            // The pool makes a second one while its only one is in use.
            int _ =
                    tenancy.within(
                            TenantId.DEFAULT,
                            _ -> {
                                await(SlowSockets.SECOND_BEGUN);
                                return 0;
                            });
            Thread.ofVirtual().start(SlowSockets.CLOSING::countDown);

            tenancy.close();

            assertThat(SlowSockets.MADE).hasSize(2).allMatch(Socket::isClosed);
        }
    }

    private static DatabaseAccess slow(DatabaseAccess access) {
        return new DatabaseAccess(
                access.url() + "?socketFactory=" + SlowSockets.class.getName(),
                access.owner(),
                access.ownerPasswords(),
                access.appPasswords(),
                access.poolSize());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** The first at once; the second a good while after the pool was told to close. */
    public static final class SlowSockets extends SocketFactory {

        static final Queue<Socket> MADE = new ConcurrentLinkedQueue<>();
        static final CountDownLatch SECOND_BEGUN = new CountDownLatch(1);
        static final CountDownLatch CLOSING = new CountDownLatch(1);

        @Override
        public Socket createSocket() {
            Socket socket = new Socket();
            MADE.add(socket);
            if (MADE.size() == 2) {
                SECOND_BEGUN.countDown();
                await(CLOSING);
                pause();
            }
            return socket;
        }

        private static void pause() {
            try {
                Thread.sleep(500);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            throw new IOException("unused");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort)
                throws IOException {
            throw new IOException("unused");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            throw new IOException("unused");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
                throws IOException {
            throw new IOException("unused");
        }
    }
}
