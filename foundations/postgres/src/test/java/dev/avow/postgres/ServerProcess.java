package dev.avow.postgres;

import java.nio.file.Path;

/** A program that starts a server, commits a row, says so, and waits to be killed. */
final class ServerProcess {
    static final String READY = "committed";

    private ServerProcess() {}

    @SuppressWarnings("SystemOut") // standard output is how the test hears from it
    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(Fixture.options(Path.of(arguments[0])));
        Fixture.execute(
                server.port(),
                "create table note (text text)",
                "insert into note values ('survived')");
        System.out.println(READY);
        Thread.sleep(60_000);
        server.close();
    }
}
