package dev.avow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Java process holds at a moment, after its garbage was collected.
 *
 * @param heapKilobytes what is alive in its heap
 * @param residentKilobytes of its memory, as the kernel counts it
 * @param descriptors open files and connections
 * @param threads of the platform
 */
record Vitals(long heapKilobytes, long residentKilobytes, long descriptors, long threads) {

    private static final Pattern GENERATION = Pattern.compile("total \\d+K, used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");

    static Vitals of(long pid) {
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            long descriptors = open.count();
            jcmd(pid, "GC.run");
            Matcher used = GENERATION.matcher(jcmd(pid, "GC.heap_info"));
            long heap = 0;
            while (used.find()) {
                heap += Long.parseLong(used.group(1));
            }
            String status = Files.readString(Path.of("/proc", String.valueOf(pid), "status"));
            return new Vitals(heap, number(RESIDENT, status), descriptors, number(THREADS, status));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The least of each, of at least one. */
    static Vitals least(List<Vitals> looks) {
        return looks.stream()
                .reduce((a, b) ->
                        new Vitals(
                                Math.min(a.heapKilobytes, b.heapKilobytes),
                                Math.min(a.residentKilobytes, b.residentKilobytes),
                                Math.min(a.descriptors, b.descriptors),
                                Math.min(a.threads, b.threads)))
                .orElseThrow();
    }

    private static long number(Pattern pattern, String status) {
        Matcher found = pattern.matcher(status);
        if (!found.find()) {
            throw new AssertionError("the kernel does not tell " + pattern);
        }
        return Long.parseLong(found.group(1));
    }

    private static String jcmd(long pid, String command) throws IOException {
        Process asked =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                String.valueOf(pid),
                                command)
                        .redirectErrorStream(true)
                        .start();
        try (var out = asked.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public String toString() {
        return "heap %d MB, memory %d MB, %d descriptors, %d threads"
                .formatted(heapKilobytes >> 10, residentKilobytes >> 10, descriptors, threads);
    }
}
