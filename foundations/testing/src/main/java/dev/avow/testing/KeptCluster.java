package dev.avow.testing;

import dev.avow.postgres.EmbeddedPostgres;
import dev.avow.sealing.MasterKey;
import dev.avow.tenancy.Tenancy;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server's folder as it is when the template is migrated, kept for the JVMs that come after the
 * one that made it: to make it takes seconds, to copy it next to none. It lies in the build's
 * folder {@code target} under a digest of the week and of the modules that it was made by, so that
 * none is taken for another; where the build does not say where it is, nothing is kept.
 */
final class KeptCluster {

    private static final List<Class<?>> MADE_BY =
            List.of(EmbeddedPostgres.class, Tenancy.class, MasterKey.class, TestServer.class);

    private static final Duration LONGEST_BUILD = Duration.ofHours(2);

    private KeptCluster() {}

    /** Returns whether there was one to copy; else the folder stays empty. */
    static boolean copyTo(Path folder) throws IOException {
        Optional<Path> kept = place().filter(Files::isDirectory);
        if (kept.isEmpty()) {
            return false;
        }
        boolean copied = copy(kept.get(), folder);
        if (!copied) {
            Scratch.empty(folder);
        }
        return copied;
    }

    /** Keeps a copy, and removes those that no build under way copies. The server must not run. */
    static void keep(Path folder) throws IOException {
        Optional<Path> place = place();
        if (place.isEmpty()) {
            return;
        }
        Path all = root().orElseThrow();
        Path _ = Files.createDirectories(all);
        earlier(all).forEach(Scratch::delete);
        Path unfinished = Files.createTempDirectory(all, "unfinished-");
        boolean kept = copy(folder, unfinished) && moved(unfinished, place.get());
        if (!kept) {
            Scratch.delete(unfinished);
        }
    }

    /** Not where another JVM was quicker. */
    private static boolean moved(Path from, Path to) {
        try {
            Path _ = Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException quicker) {
            return false;
        }
    }

    /** With owners and modes, which PostgreSQL insists on. */
    private static boolean copy(Path from, Path to) throws IOException {
        try {
            return new ProcessBuilder("cp", "-a", from + "/.", to.toString()).start().waitFor()
                    == 0;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<Path> earlier(Path folder) throws IOException {
        Instant old = Instant.now().minus(LONGEST_BUILD);
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.toFile().lastModified() < old.toEpochMilli()).toList();
        }
    }

    private static Optional<Path> root() {
        return Optional.ofNullable(System.getProperty("avow.root"))
                .map(root -> Path.of(root, "target", "test-cluster"));
    }

    private static Optional<Path> place() throws IOException {
        Optional<Path> root = root();
        return root.isEmpty() ? root : Optional.of(root.get().resolve(digest()));
    }

    /** The schema has a partition for each week around the one in which it is made. */
    private static LocalDate monday() {
        return LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static String digest() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String names = TestServer.OWNER + TestServer.PASSWORD + TestServer.TEMPLATE;
            digest.update((names + monday()).getBytes(StandardCharsets.UTF_8));
            for (Class<?> each : MADE_BY) {
                Path code =
                        Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI());
                try (Stream<Path> files = Files.walk(code)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException | URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
