package dev.avow.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what Linux tells about processes under {@code /proc} (see proc(5)). A process that ends
 * while it is read counts as not there.
 */
final class Proc {
    private static final Path PROC = Path.of("/proc");

    /** USER_HZ: 100 on every Linux that runs on the machines we know; the unit of CPU times. */
    private static final double TICKS_PER_SECOND = 100;

    private Proc() {}

    /**
     * One line of {@code /proc/PID/stat}.
     *
     * @param pid the process
     * @param parent its parent
     * @param ticks its CPU time and that of the children it has waited for, user and system
     */
    record Stat(long pid, long parent, long ticks) {
        /** Reads the line; the name in brackets may hold spaces and brackets. */
        static Stat parse(String line) {
            int close = line.lastIndexOf(')');
            List<String> fields = List.of(line.substring(close + 2).trim().split(" "));
            long ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields.get(field));
            }
            return new Stat(
                    Long.parseLong(line.substring(0, line.indexOf(' '))),
                    Long.parseLong(fields.get(1)),
                    ticks);
        }
    }

    /**
     * What the machine's processors have done since it was started, in ticks.
     *
     * @param total all of their time, that of none included
     */
    record Processors(long busy, long total) {
        static Processors now() {
            String[] fields = readAll("stat").lines().findFirst().orElse("").split(" +", -1);
            long total = 0;
            long idle = 0;
            // user, nice, system, idle, iowait, irq, softirq, steal; guests' time is in user's
            for (int field = 1; field <= 8 && field < fields.length; field++) {
                long ticks = Long.parseLong(fields[field]);
                total += ticks;
                idle += field == 4 || field == 5 ? ticks : 0;
            }
            return new Processors(total - idle, total);
        }

        /** How busy they have been since then, 0 to 1. */
        double busySince(Processors before) {
            return total == before.total
                    ? 0
                    : (double) (busy - before.busy) / (total - before.total);
        }
    }

    /**
     * The processes that belong to a gateway: the tree under {@code roots}, and every process that
     * names {@code home} in its command line or works in it. The latter finds a database that was
     * started through a helper and no longer hangs on the tree.
     */
    static Set<Long> members(Set<Long> roots, Path home) {
        List<Stat> all = all();
        Set<Long> members = new HashSet<>(roots);
        for (Stat stat : all) {
            if (mentions(stat.pid(), home)) {
                members.add(stat.pid());
            }
        }
        members.remove(ProcessHandle.current().pid());
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Stat stat : all) {
                if (members.contains(stat.parent())) {
                    grew |= members.add(stat.pid());
                }
            }
        }
        return members;
    }

    /** CPU seconds that these processes and their ended children have used so far. */
    static double cpuSeconds(Set<Long> pids) {
        long ticks = 0;
        for (Stat stat : all()) {
            ticks += pids.contains(stat.pid()) ? stat.ticks() : 0;
        }
        return ticks / TICKS_PER_SECOND;
    }

    /**
     * Memory of these processes in MB (10^6 bytes): their proportional share (PSS), in which pages
     * that several of them share count once.
     */
    static double memoryMegabytes(Set<Long> pids) {
        long kilobytes = 0;
        for (long pid : pids) {
            for (String line : read(pid, "smaps_rollup").lines().toList()) {
                if (line.startsWith("Pss:")) {
                    kilobytes += Long.parseLong(line.replaceAll("\\D+", ""));
                }
            }
        }
        return kilobytes * 1024 / 1e6;
    }

    /** The command's short name, empty where the process is gone. */
    static String name(long pid) {
        return read(pid, "comm").trim();
    }

    private static List<Stat> all() {
        List<Stat> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                String line = read(Long.parseLong(entry.getFileName().toString()), "stat");
                if (!line.isEmpty()) {
                    all.add(Stat.parse(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read /proc", e);
        }
        return all;
    }

    private static boolean mentions(long pid, Path home) {
        if (read(pid, "cmdline").contains(home.toString())) {
            return true;
        }
        try {
            return Files.readSymbolicLink(PROC.resolve(pid + "/cwd")).startsWith(home);
        } catch (IOException e) {
            return false;
        }
    }

    private static String read(long pid, String file) {
        return readAll(pid + "/" + file);
    }

    private static String readAll(String file) {
        try {
            return Files.readString(PROC.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
