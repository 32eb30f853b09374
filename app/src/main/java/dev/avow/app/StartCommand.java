package dev.avow.app;

import dev.avow.settings.Settings;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** Starts everything in the foreground, until SIGTERM or SIGINT. */
@Command(
        name = "start",
        description = "Starts everything in the foreground, the embedded database included.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Settings.from(System.getenv());
        settings.notices().forEach(line -> System.err.println("avow: " + line));
        Places.check(settings).forEach(line -> System.err.println("avow: " + line));
        Server server = Server.start(settings);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    server.close();
                                    ended.countDown();
                                },
                                "avow-stop"));
        server.detection().warned().forEach(line -> System.err.println("avow: " + line));
        server.detection().said().forEach(System.out::println);
        server.setUpLink()
                .ifPresent(link -> System.out.println("Make the first account here: " + link));
        System.out.println("Avow is ready: " + server.url());
        System.out.flush();
        ended.await();
        return 0;
    }
}
