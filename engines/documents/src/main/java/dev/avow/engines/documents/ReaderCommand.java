package dev.avow.engines.documents;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a reader's process is started: this program's own Java and classes, a small heap, no
 * environment, and a folder of its own. What it prints as an error goes nowhere, since a parser's
 * complaints quote the document.
 *
 * @param heapMegabytes of the process
 * @param mostChars taken out of one document
 * @param patienceSeconds after which the kernel ends a process that is still at one document
 * @param readsPdf whether PDFs are read
 */
record ReaderCommand(int heapMegabytes, int mostChars, int patienceSeconds, boolean readsPdf) {

    /** One thread reads, and there is nobody to whom it would tell more than the text. */
    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:ActiveProcessorCount=1",
                    "-XX:ReservedCodeCacheSize=32m",
                    "-XX:MaxMetaspaceSize=96m",
                    "-XX:MaxDirectMemorySize=16m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile=/dev/null",
                    "-XX:+DisableAttachMechanism",
                    "-XX:-UsePerfData",
                    "-Xrs",
                    "--finalization=disabled",
                    "-XX:-UseContainerSupport",
                    "-Xlog:disable",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dfile.encoding=UTF-8",
                    "-Djava.awt.headless=true",
                    "-Duser.timezone=UTC",
                    "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider");

    private static final String CACHE = "-XX:AOTCache=";

    ProcessBuilder in(Path folder) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(Kernel.IS_LINUX ? confined(java, folder) : free(java, folder))
                        .directory(folder.toFile())
                        .redirectError(Redirect.DISCARD);
        builder.environment().clear();
        return builder;
    }

    private List<String> confined(String java, Path folder) {
        List<String> readable = new ArrayList<>(List.of(classPath()));
        startUpCache().ifPresent(readable::add);
        return ConfinedExec.line(java, reading(folder), String.join(File.pathSeparator, readable));
    }

    /** Where the system has nothing to confine it with. */
    private List<String> free(String java, Path folder) {
        List<String> line = new ArrayList<>();
        line.add(java);
        line.addAll(reading(folder));
        line.add("false");
        return line;
    }

    /** What a Java is told that reads documents. */
    private List<String> reading(Path folder) {
        List<String> line = new ArrayList<>(OPTIONS);
        line.add("-Xmx" + heapMegabytes + "m");
        startUpCache().ifPresent(file -> line.add(CACHE + file));
        for (String home : List.of("java.io.tmpdir", "user.home", "pdfbox.fontcache")) {
            line.add("-D" + home + "=" + folder);
        }
        line.addAll(
                List.of(
                        "-cp",
                        classPath(),
                        ReaderMain.class.getName(),
                        String.valueOf(mostChars),
                        String.valueOf(readsPdf),
                        String.valueOf(patienceSeconds)));
        return line;
    }

    /** The server's own, wherever the reader works. */
    private static Optional<String> startUpCache() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith(CACHE))
                .map(option -> Path.of(option.substring(CACHE.length())).toAbsolutePath())
                .map(Path::toString)
                .findFirst();
    }

    /** With places that stay right in another working folder. */
    private static String classPath() {
        List<String> places = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            places.add(place.isEmpty() ? place : Path.of(place).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, places);
    }
}
