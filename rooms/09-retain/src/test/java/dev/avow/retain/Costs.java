package dev.avow.retain;

import dev.avow.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/**
 * What this process and the database took until now. Processor time in µs; Linux alone tells it of
 * other processes.
 *
 * @param waits of the database's processes for something, nearly all of them for the next statement
 */
record Costs(
        long own,
        long database,
        long waits,
        long commits,
        long walSyncs,
        long walBytes,
        long archives) {

    private static final String COUNTED =
            """
            SELECT (SELECT sum(xact_commit) FROM pg_stat_database),
                (SELECT sum(fsyncs) FROM pg_stat_io WHERE object = 'wal'),
                (SELECT wal_bytes FROM pg_stat_wal), (SELECT count(*) FROM archives),
                pg_backend_pid()
            """;

    static Costs now(EmbeddedPostgres server) throws SQLException, IOException {
        long own =
                ((com.sun.management.OperatingSystemMXBean)
                                        ManagementFactory.getOperatingSystemMXBean())
                                .getProcessCpuTime()
                        / 1_000;
        try (Connection owner = MeasuredHome.owner(server);
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(COUNTED)) {
            row.next();
            ProcessHandle postmaster =
                    ProcessHandle.of(row.getLong(5)).flatMap(ProcessHandle::parent).orElseThrow();
            long database = time(postmaster.pid(), 15);
            long waits = 0;
            for (ProcessHandle each : postmaster.children().toList()) {
                database += time(each.pid(), 13);
                waits += waits(each.pid());
            }
            return new Costs(
                    own,
                    database,
                    waits,
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4));
        }
    }

    Costs since(Costs before) {
        return new Costs(
                own - before.own,
                database - before.database,
                waits - before.waits,
                commits - before.commits,
                walSyncs - before.walSyncs,
                walBytes - before.walBytes,
                archives - before.archives);
    }

    String of(long rows) {
        return ("%d objects; a row: %.1f µs of this process, %.1f of the database, %d bytes of log;"
                        + " an object: %.2f commits, %.1f waits of the database, %.2f syncs of its"
                        + " log")
                .formatted(
                        archives,
                        (double) own / rows,
                        (double) database / rows,
                        walBytes / Math.max(1, rows),
                        (double) commits / archives,
                        (double) waits / archives,
                        (double) walSyncs / archives);
    }

    /** Two fields of proc(5)'s stat, from one on: hundredths of a second by this system's clock. */
    private static long time(long pid, int field) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[field - 2]) + Long.parseLong(fields[field - 1])) * 10_000;
    }

    private static long waits(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("voluntary_ctxt_switches:"))
                    .mapToLong(line -> Long.parseLong(line.split("\\s+", -1)[1]))
                    .sum();
        }
    }
}
