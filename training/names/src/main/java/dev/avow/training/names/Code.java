package dev.avow.training.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Source code without names: the code of this repository, without comments, in which names may
 * stand, and without tests, in which they do.
 */
final class Code {

    private static final Set<String> SKIPPED =
            Set.of("target", "node_modules", "dist", "test", "tests", "e2e", "training", "names");
    private static final List<String> ENDINGS =
            List.of(".java", ".ts", ".tsx", ".sql", ".sh", ".css", ".xml", ".properties", ".yml");
    private static final int LONGEST = 6000;
    private static final int MOST = 700;

    private Code() {}

    /**
     * @param root of the repository
     */
    static List<Example> read(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(f -> isCode(root.relativize(f))).sorted().toList();
        }
        List<Example> examples = new ArrayList<>();
        int every = Math.max(1, files.size() / MOST);
        for (int i = 0; i < files.size(); i += every) {
            StringBuilder text = new StringBuilder();
            for (String line : Files.readAllLines(files.get(i))) {
                if (!isComment(line.strip()) && text.length() < LONGEST) {
                    text.append(line).append('\n');
                }
            }
            examples.add(new Example(text.toString(), List.of()));
        }
        return examples;
    }

    private static boolean isCode(Path file) {
        for (Path part : file) {
            if (SKIPPED.contains(part.toString())
                    || (part.toString().startsWith(".") && part.toString().length() > 1)) {
                return false;
            }
        }
        return ENDINGS.stream().anyMatch(e -> file.toString().endsWith(e));
    }

    private static boolean isComment(String line) {
        return line.startsWith("*")
                || line.startsWith("//")
                || line.startsWith("/*")
                || line.startsWith("#")
                || line.startsWith("--")
                || line.startsWith("<!--");
    }
}
