package dev.avow.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of {@code docs/promises.md} that follows from the tests. A test bears a promise's id in
 * a comment on it or on its class, or as a part of its name, such as {@code r1_row_goes}.
 */
final class PromisePage {

    /** By chapter of the page, then by number. */
    static final Comparator<String> ORDER =
            Comparator.<String>comparingInt(id -> "BCIRPTO".indexOf(id.charAt(0)))
                    .thenComparingInt(id -> Integer.parseInt(id.substring(1)));

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*.*?\\*/");
    private static final Pattern METHOD =
            Pattern.compile("\\b(?:void|Stream<DynamicTest>) (\\w+)\\(");
    private static final Pattern ID = Pattern.compile("(?<![A-Za-z0-9])[BCIRPTO]\\d{1,2}(?!\\w)");
    private static final Pattern PART =
            Pattern.compile("(?i)(?<![a-z0-9])[bcirpto]\\d{1,2}(?![a-z0-9])");

    private PromisePage() {}

    /** The files of tests, relative to the root, by the id that they bear. */
    static SortedMap<String, SortedSet<Path>> tests(Path root) throws IOException {
        SortedMap<String, SortedSet<Path>> tests = new TreeMap<>(ORDER);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(PromisePage::isTest).toList()) {
                ids(Files.readString(file))
                        .forEach(id ->
                                tests.computeIfAbsent(id, _ -> new TreeSet<>(byName()))
                                        .add(root.relativize(file)));
            }
        }
        return tests;
    }

    private static boolean isTest(Path file) {
        String path = file.toString();
        return path.contains("/src/test/java/") && path.endsWith("Test.java");
    }

    private static Stream<String> ids(String source) {
        Stream<String> told =
                COMMENT.matcher(source)
                        .results()
                        .flatMap(comment -> ID.matcher(comment.group()).results())
                        .map(MatchResult::group);
        Stream<String> named =
                METHOD.matcher(source)
                        .results()
                        .flatMap(name -> PART.matcher(name.group(1)).results())
                        .map(part -> part.group().toUpperCase(Locale.ROOT));
        return Stream.concat(told, named).distinct();
    }

    private static Comparator<Path> byName() {
        return Comparator.comparing(PromisePage::name).thenComparing(Comparator.naturalOrder());
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    /** A line for each id. */
    static String list(Map<String, SortedSet<Path>> tests) {
        List<String> lines =
                tests.entrySet().stream()
                        .map(each ->
                                "- **"
                                        + each.getKey()
                                        + "**: "
                                        + each.getValue().stream()
                                                .map(file ->
                                                        "[`" + name(file) + "`](../" + file + ")")
                                                .collect(Collectors.joining(", "))
                                        + "\n")
                        .toList();
        return String.join("", lines);
    }
}
