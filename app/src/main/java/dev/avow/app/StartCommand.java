package dev.avow.app;

import dev.avow.settings.Settings;
import dev.avow.settings.Terminal;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** Starts everything in the foreground, until SIGTERM or SIGINT. */
@Command(
        name = "start",
        description = "Starts everything in the foreground, the embedded database included.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    private final Terminal terminal;

    StartCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Server server = begin();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    server.close();
                                    ended.countDown();
                                },
                                "avow-stop"));
        say(server);
        ended.await();
        return 0;
    }

    /** Starts everything, having said what there is to say before. */
    Server begin() {
        Settings settings = terminal.settings();
        settings.notices().forEach(this::complain);
        Places.check(settings).forEach(this::complain);
        return Server.start(settings);
    }

    /** Last of all that it is ready. */
    void say(Server server) {
        server.detection().warned().forEach(this::complain);
        server.detection().said().forEach(terminal.out()::println);
        server.setUpLink()
                .ifPresent(link -> terminal.out().println("Make the first account here: " + link));
        terminal.out().println("Avow is ready: " + server.url());
        terminal.out().flush();
    }

    private void complain(String line) {
        terminal.err().println("avow: " + line);
    }
}
