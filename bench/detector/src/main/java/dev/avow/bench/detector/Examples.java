package dev.avow.bench.detector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the recognizers' tests and the shared vectors hold between quotes: values that are found,
 * values that must not be, and words around them. All of it is fictitious.
 */
final class Examples {

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*+)\"");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 400;

    private Examples() {}

    /**
     * Reads them.
     *
     * @param root of the project
     * @return in an order that depends on the files alone
     */
    static List<String> read(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root.resolve("detector"))) {
            files = all.filter(Examples::holdsExamples).sorted().toList();
        }
        Set<String> examples = new LinkedHashSet<>();
        for (Path file : files) {
            Matcher quoted = QUOTED.matcher(Files.readString(file));
            while (quoted.find()) {
                add(quoted.group(1), examples);
            }
        }
        return new ArrayList<>(examples);
    }

    private static boolean holdsExamples(Path file) {
        String path = file.toString().replace('\\', '/');
        boolean test = path.contains("/src/test/java/") && path.endsWith(".java");
        return test || (path.contains("/vectors/") && path.endsWith(".json"));
    }

    private static void add(String literal, Set<String> examples) {
        String example;
        try {
            example = unescaped(literal);
        } catch (IllegalArgumentException noJava) {
            example = literal;
        }
        if (example.length() >= SHORTEST && example.length() <= LONGEST) {
            examples.add(example);
        }
    }

    /** Java's escapes, and those of four hexadecimal digits, which JSON has too. */
    private static String unescaped(String literal) {
        StringBuilder plain = new StringBuilder(literal.length());
        int from = 0;
        for (int at = literal.indexOf("\\u"); at >= 0; at = literal.indexOf("\\u", from)) {
            boolean escaped = at > 0 && literal.charAt(at - 1) == '\\';
            if (escaped || at + 6 > literal.length()) {
                break;
            }
            plain.append(literal, from, at)
                    .append((char) Integer.parseInt(literal, at + 2, at + 6, 16));
            from = at + 6;
        }
        return plain.append(literal.substring(from).translateEscapes()).toString();
    }
}
