package dev.avow.engines.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I1, B8: what reads a hostile document reaches no file, no key, no process and no network. */
final class ConfinementTest {

    private static final List<String> THREADS =
            List.of("main", "finalizer", "cleaner", "signal", "pool");

    private static final List<String> DENIED =
            List.of(
                    "key files",
                    "folder files",
                    "system files",
                    "environment files",
                    "elsewhere files",
                    "rights calls",
                    "link files",
                    "tcp calls",
                    "udp calls",
                    "unix calls",
                    "kill calls",
                    "handle calls",
                    "limits calls",
                    "program calls",
                    "own done");

    @TempDir private Path folder;
    @TempDir private Path home;

    @Test
    void parser_thatIsTakenOver_reachesNothingButItsFolderFromAnyThread() throws Exception {
        Process probe = confined(secret()).start();
        try {
            List<String> said = said(probe);
            assumeTrue(said.contains("confined true"), "the kernel has no Landlock or no seccomp");

            List<String> expected = new ArrayList<>(List.of("confined true"));
            for (String thread : THREADS) {
                DENIED.forEach(each -> expected.add(thread + " " + each));
            }
            expected.add(DENIED.size() + 1, "main large File too large");
            assertThat(said).containsExactlyElementsOf(expected);
            assertThat(folder.resolve("own")).isEmptyFile();
        } finally {
            probe.destroyForcibly();
        }
    }

    /** So that the test above is known to see what it is there for. */
    @Test
    void process_thatConfinesItsFirstThreadAlone_isFreeOnOthers() throws Exception {
        Process probe =
                started(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        ConfinementProbe.class.getName(),
                                        secret().toString(),
                                        String.valueOf(ProcessHandle.current().pid()),
                                        "own-thread"))
                        .start();
        try {
            List<String> said = said(probe);
            assumeTrue(said.contains("confined true"), "the kernel has no Landlock or no seccomp");

            assertThat(said).contains("main key files", "main tcp calls", "main kill calls");
            assertThat(said)
                    .filteredOn(line -> !line.startsWith("main") && !line.startsWith("confined"))
                    .hasSize((THREADS.size() - 1) * DENIED.size())
                    .allMatch(line -> line.endsWith(" done"));
        } finally {
            probe.destroyForcibly();
        }
    }

    @Test
    void reader_asItIsStarted_hasNoThreadThatIsFree() throws Exception {
        Process reader = new ReaderCommand(64, 1, 1, true).in(folder).start();
        try {
            assumeTrue(reader.getInputStream().read() == 1, "the kernel lacks one of the two");

            Path process = Path.of("/proc", String.valueOf(reader.pid()));
            assertThat(all(process.resolve("task")))
                    .hasSizeGreaterThan(3)
                    .allSatisfy(thread ->
                            assertThat(Files.readString(thread.resolve("status")))
                                    .contains("NoNewPrivs:\t1", "Seccomp_filters:\t2"));
            assertThat(all(process.resolve("fd")))
                    .allSatisfy(held ->
                            assertThat(leadsTo(held))
                                    .matches("pipe:.*|/dev/null|.*\\.jar|.*\\.class|.*/modules"));
        } finally {
            reader.destroyForcibly();
        }
    }

    /** Where a descriptor leads; one of a class that was being read may be closed by now. */
    private static String leadsTo(Path held) throws IOException {
        try {
            return Files.readSymbolicLink(held).toString();
        } catch (NoSuchFileException closed) {
            return "/dev/null";
        }
    }

    private Path secret() throws IOException {
        return Files.writeString(home.resolve("master.key"), "secret");
    }

    /** As a reader is started, but that the threads are there which its options keep away. */
    private ProcessBuilder confined(Path secret) {
        List<String> line =
                new ArrayList<>(new ReaderCommand(128, 1, 1, true).in(folder).command());
        int main = line.indexOf(ReaderMain.class.getName());
        line.subList(main, line.size()).clear();
        line.addAll(
                List.of(
                        "-XX:-ReduceSignalUsage",
                        "--finalization=enabled",
                        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1",
                        ConfinementProbe.class.getName(),
                        secret.toString(),
                        String.valueOf(ProcessHandle.current().pid())));
        return started(line);
    }

    private ProcessBuilder started(List<String> line) {
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectError(Redirect.INHERIT);
        builder.environment().clear();
        return builder;
    }

    /** All that it says; it waits then. */
    private static List<String> said(Process probe) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader said = probe.inputReader();
        for (String line = said.readLine();
                line != null && !line.equals("over");
                line = said.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
