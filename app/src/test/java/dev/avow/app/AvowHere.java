package dev.avow.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.avow.settings.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Avow in this JVM, as {@code main} runs it but for the end of the process: for all that is not
 * about the process itself, which takes two seconds of a processor to be there. What only a process
 * has is {@link AvowProcess}'s.
 */
final class AvowHere implements Avow {

    private static final long PATIENCE_SECONDS = 90;

    private final Printed out;
    private final Printed err;
    private final ListAppender<ILoggingEvent> logged;
    private final Server server;

    private AvowHere(Printed out, Printed err, ListAppender<ILoggingEvent> logged, Server server) {
        this.out = out;
        this.err = err;
        this.logged = logged;
        this.server = server;
    }

    /** Where something is printed to. */
    private record Printed(ByteArrayOutputStream bytes, PrintStream stream) {

        static Printed nothing() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            return new Printed(bytes, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    /** Starts the server; it is ready when this returns. */
    static AvowHere serve(Path home, Map<String, String> settings) {
        Printed out = Printed.nothing();
        Printed err = Printed.nothing();
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        root().addAppender(logged);
        try {
            StartCommand start = new StartCommand(terminal(home, settings, out, err));
            AvowHere serving = new AvowHere(out, err, logged, start.begin());
            start.say(serving.server);
            return serving;
        } catch (RuntimeException | Error failed) {
            root().detachAppender(logged);
            throw failed;
        }
    }

    /** Runs a command to its end; also {@code start}, where it is refused. */
    static AvowProcess.Ended run(Path home, Map<String, String> settings, String... command) {
        Printed out = Printed.nothing();
        Printed err = Printed.nothing();
        Terminal terminal = terminal(home, settings, out, err);
        CompletableFuture<Integer> status = new CompletableFuture<>();
        Thread running =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            try {
                                status.complete(Main.run(command, terminal));
                            } catch (RuntimeException | Error failed) {
                                status.completeExceptionally(failed);
                            }
                        });
        try {
            return new AvowProcess.Ended(
                    status.get(PATIENCE_SECONDS, TimeUnit.SECONDS), out.text(), err.text());
        } catch (TimeoutException serves) {
            running.interrupt();
            throw new AssertionError("Avow did not end: " + out.text() + err.text(), serves);
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError("the command did not end by itself", failed);
        }
    }

    private static Terminal terminal(
            Path home, Map<String, String> settings, Printed out, Printed err) {
        return new Terminal(AvowProcess.environment(home, settings), out.stream(), err.stream());
    }

    private static ch.qos.logback.classic.Logger root() {
        return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public String url() {
        return server.url();
    }

    @Override
    public String out() {
        return out.text();
    }

    @Override
    public String err() {
        StringBuilder all = new StringBuilder(err.text());
        List<ILoggingEvent> events;
        synchronized (logged) { // as whoever appends to it
            events = List.copyOf(logged.list);
        }
        events.forEach(event -> all.append(event.getFormattedMessage()).append('\n'));
        return all.toString();
    }

    @Override
    public void close() {
        root().detachAppender(logged);
        server.close();
    }
}
