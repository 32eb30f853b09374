package dev.avow.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Leaves the checking of passwords to a test's server. By SCRAM-SHA-256 the client hashes its
 * password 4,096 times for each connection, which under the quick compiler of tests was up to half
 * of their processor time; the server, which then does it, takes a fraction of that. The roles have
 * the same passwords and whoever has none is refused. A home that Avow makes itself goes by SCRAM.
 */
public final class PlaintextSignIn {

    private PlaintextSignIn() {}

    /**
     * On the cluster of this home, on which no server may run; its copies have it too.
     *
     * @throws IOException where the file of its rules cannot be written
     */
    public static void on(Path home) throws IOException {
        // In place: the file is the server's, who may be another user.
        Path rules = home.resolve("postgres/data/pg_hba.conf");
        Files.writeString(rules, Files.readString(rules).replace("scram-sha-256", "password"));
    }
}
