package dev.avow.engines.documents;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
                    "-XX:-UseContainerSupport",
                    "-Xlog:disable",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dfile.encoding=UTF-8",
                    "-Djava.awt.headless=true",
                    "-Duser.timezone=UTC",
                    "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider");

    ProcessBuilder in(Path folder) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(OPTIONS);
        line.add("-Xmx" + heapMegabytes + "m");
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:AOTCache="))
                .forEach(line::add);
        for (String home : List.of("java.io.tmpdir", "user.home", "pdfbox.fontcache")) {
            line.add("-D" + home + "=" + folder);
        }
        line.add("-cp");
        line.add(classPath());
        line.add(ReaderMain.class.getName());
        line.addAll(
                List.of(
                        String.valueOf(mostChars),
                        String.valueOf(readsPdf),
                        String.valueOf(patienceSeconds)));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        return builder;
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
