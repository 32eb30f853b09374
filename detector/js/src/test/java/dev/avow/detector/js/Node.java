package dev.avow.detector.js;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs scripts of {@code web/detector}. */
final class Node {

    private static final long PATIENCE_SECONDS = 120;

    private Node() {}

    /** The lines that a script prints on stdout; it must end well and in time. */
    static List<String> run(Path folder, String... arguments)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        Process node =
                new ProcessBuilder(command)
                        .directory(SharedVectors.PACKAGE.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
        boolean ended = node.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            node.descendants().forEach(ProcessHandle::destroyForcibly);
            node.destroyForcibly().waitFor();
        }
        List<String> lines = Files.readAllLines(output);
        String told = String.join("\n", lines) + "\n" + Files.readString(errors);
        assertThat(ended).as("it took too long:\n%s", told).isTrue();
        assertThat(node.exitValue()).as("%s", told).isZero();
        return lines;
    }
}
