package dev.avow.engines.documents;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The first stage of a process that reads documents: confines its own thread, and has that become
 * the second stage by {@code execve(2)}. The process stays the same one, with its pipes; all other
 * threads of the first stage end, and those of the second are born confined.
 */
final class ConfinedExec {

    /** It lives for a tenth of a second, in which nothing is worth compiling. */
    private static final List<String> OPTIONS =
            List.of(
                    "-Xint",
                    "-XX:+UseSerialGC",
                    "-Xmx16m",
                    "-XX:-UsePerfData",
                    "-XX:+DisableAttachMechanism",
                    "-XX:-UseContainerSupport",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile=/dev/null",
                    "-Xlog:disable",
                    "--enable-native-access=ALL-UNNAMED");

    private ConfinedExec() {}

    /**
     * The line that starts a Java confined.
     *
     * @param java the program
     * @param line what the confined one is told; one word more will follow, whether all of the
     *     confinement is in force
     * @param readable what it may read beside its Java, joined as a class path is
     */
    static List<String> line(String java, List<String> line, String readable) {
        List<String> whole = new ArrayList<>();
        whole.add(java);
        whole.addAll(OPTIONS);
        whole.addAll(List.of("-cp", ownPlace(), ConfinedExec.class.getName(), readable));
        whole.addAll(line);
        return whole;
    }

    /** It needs no other library, and is there sooner without. */
    private static String ownPlace() {
        return Path.of(
                        URI.create(
                                ConfinedExec.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()))
                .toString();
    }

    /**
     * Comes back never.
     *
     * @param line what may be read, and then what the second stage is told
     */
    public static void main(String[] line) throws IOException {
        List<Path> readable = new ArrayList<>();
        for (String each : line[0].split(File.pathSeparator, -1)) {
            readable.add(Path.of(each));
        }
        List<String> next = new ArrayList<>();
        next.add(Files.readSymbolicLink(Path.of("/proc/self/exe")).toString());
        next.addAll(List.of(line).subList(1, line.length));
        next.add(String.valueOf(Confinement.toReading(Path.of("").toAbsolutePath(), readable)));
        Kernel.become(next);
        // Whoever cannot become it reads nothing.
        Runtime.getRuntime().halt(1);
    }
}
