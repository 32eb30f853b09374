package dev.avow.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens for PostgreSQL's notifications of changed tables, on a virtual thread. Where the
 * connection was lost, everything may have changed, and the listener is told so.
 */
public final class ChangeWatch implements AutoCloseable {

    /** Told of a change. Called on the watch's own thread; must not block for long. */
    public interface Listener {
        /** Rows of this table were added, altered or removed. */
        void changed(String table);

        /** Anything may have changed. */
        void everythingMayHaveChanged();
    }

    private static final int WAIT_MILLIS = 30_000;

    /** For anything but a notification. */
    private static final String ANSWER_SECONDS = "10";

    private final DatabaseAccess access;
    private final Listener listener;
    private final int waitMillis;
    private final String answerSeconds;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @org.jspecify.annotations.Nullable Connection open;

    ChangeWatch(DatabaseAccess access, Listener listener) {
        this(access, listener, WAIT_MILLIS, ANSWER_SECONDS);
    }

    /**
     * @param waitMillis after that much silence the server is asked whether it is there
     * @param answerSeconds it has that long to say so
     */
    ChangeWatch(DatabaseAccess access, Listener listener, int waitMillis, String answerSeconds) {
        this.access = access;
        this.listener = listener;
        this.waitMillis = waitMillis;
        this.answerSeconds = answerSeconds;
        this.thread = Thread.ofVirtual().name("avow-change-watch").start(this::run);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", answerSeconds);
        properties.setProperty("socketTimeout", answerSeconds);
        return properties;
    }

    private void run() {
        while (closed.getCount() > 0) {
            try (Connection connection = access.asApp(properties()).getConnection();
                    Statement statement = connection.createStatement()) {
                open = connection;
                statement.execute("LISTEN avow_changed");
                listener.everythingMayHaveChanged();
                listen(statement, connection.unwrap(PGConnection.class));
            } catch (SQLException lost) {
                pause();
            }
        }
    }

    private void listen(Statement statement, PGConnection connection) throws SQLException {
        while (closed.getCount() > 0) {
            PGNotification[] notifications = connection.getNotifications(waitMillis);
            if (notifications == null || notifications.length == 0) {
                // A peer that is gone without a word is as silent as one with nothing to tell.
                statement.execute("SELECT 1");
            } else {
                for (PGNotification notification : notifications) {
                    listener.changed(notification.getParameter());
                }
            }
        }
    }

    private void pause() {
        try {
            boolean _ = closed.await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        Connection connection = open;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException alreadyGone) {
                // It was to be given up in any case.
            }
        }
        thread.interrupt();
    }
}
