package dev.avow.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks JVMs about their heap by way of the JDK's {@code jcmd}. */
final class JavaHeap {
    /** The first line of GC.heap_info: "… total 524288K, used 123456K …". */
    private static final Pattern USED =
            Pattern.compile("total (?:reserved )?(\\d+)K.*?used (\\d+)K");

    private JavaHeap() {}

    /** Heap in use of the first JVM among {@code pids} in MB; empty where there is none. */
    static String of(Set<Long> pids) {
        for (long pid : pids) {
            if (Proc.name(pid).equals("java")) {
                return used(info(pid));
            }
        }
        return "";
    }

    /** Sums what GC.heap_info says over the generations; "unknown" where it says nothing. */
    static String used(String info) {
        long total = 0;
        long used = 0;
        for (String line : info.lines().toList()) {
            // The metaspace has lines of the same shape and is no heap.
            if (line.contains("Metaspace")) {
                break;
            }
            Matcher matcher = USED.matcher(line);
            if (matcher.find()) {
                total += Long.parseLong(matcher.group(1));
                used += Long.parseLong(matcher.group(2));
            }
        }
        return total == 0
                ? "unknown"
                : used * 1024 / 1_000_000 + " of " + total * 1024 / 1_000_000 + " MB";
    }

    private static String info(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin/jcmd").toString();
        try {
            Process process =
                    new ProcessBuilder(jcmd, String.valueOf(pid), "GC.heap_info")
                            .redirectErrorStream(true)
                            .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
