import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.engine.Recognizer;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Makes a vector file of the tables in a module's tests, each row a reason, a text and what is found. A row stays out where
 * another family, or tier 1, claims the same place, so that a vector holds for the family alone and for all together. How it
 * is run stands in README.md.
 *
 * <p>Arguments: the folder of the tests' classes, their package, the file to write.
 */
final class Generate {

    private static final Budget AMPLE = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);

    private final Detector all;
    private final Map<String, String> vectors = new LinkedHashMap<>();
    private int left;

    private Generate() throws ReflectiveOperationException {
        List<Recognizer> recognizers = new ArrayList<>();
        String at = "dev.avow.detector.";
        add(recognizers, at + "recognizers.Recognizers", "tier1");
        add(recognizers, at + "secrets.Secrets", "tier2");
        add(recognizers, at + "identifiers.EuropeanIdentifiers", "tier2");
        add(recognizers, at + "identifiers.OtherIdentifiers", "tier2");
        add(recognizers, at + "patterns.Patterns", "tier2");
        all = Detectors.of(recognizers);
    }

    private static void add(List<Recognizer> to, String type, String method) throws ReflectiveOperationException {
        for (Object each : (List<?>) Class.forName(type).getMethod(method).invoke(null)) {
            to.add((Recognizer) each);
        }
    }

    public static void main(String[] args) throws Exception {
        Generate generate = new Generate();
        List<Path> tests;
        try (Stream<Path> files = Files.list(Path.of(args[0], args[1].replace('.', '/')))) {
            tests = files.filter(each -> each.toString().endsWith("Test.class")).sorted().toList();
        }
        for (Path test : tests) {
            String name = test.getFileName().toString();
            generate.read(Class.forName(args[1] + "." + name.substring(0, name.length() - ".class".length())));
        }
        if (args[1].endsWith(".secrets")) {
            generate.readKeys(Class.forName(args[1] + ".FakeKeys"));
        }
        generate.write(Path.of(args[2]));
    }

    private void read(Class<?> test) throws ReflectiveOperationException {
        for (Method method : test.getDeclaredMethods()) {
            if (method.getParameterCount() > 0 || method.getReturnType() != Stream.class) {
                continue;
            }
            method.setAccessible(true);
            for (Object row : ((Stream<?>) method.invoke(null)).toList()) {
                Object[] values = row instanceof Arguments arguments ? arguments.get() : new Object[0];
                if (values.length == 3 && values[0] instanceof String why && values[1] instanceof String text
                        && values[2] instanceof String expected) {
                    add(test.getSimpleName().replace("RecognizerTest", "").replace("Test", ""), why, text, expected);
                }
            }
        }
    }

    /** One invented key of each provider, as the tests make them. */
    private void readKeys(Class<?> fakes) throws ReflectiveOperationException {
        var constructor = fakes.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Method method = fakes.getDeclaredMethod("providers");
        method.setAccessible(true);
        for (Object key : (List<?>) method.invoke(constructor.newInstance(1))) {
            String[] pair = (String[]) key;
            add("ProviderKeys", pair[0], "the key is " + pair[1] + ", keep it", pair[0] + ":" + pair[1]);
        }
    }

    private void add(String of, String why, String text, String expected) {
        List<String> values = new ArrayList<>();
        List<String> bare = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        for (Finding each : all.scan(text, AMPLE).findings()) {
            String value = text.substring(each.start(), each.end());
            values.add(each.type() + ":" + value);
            bare.add(value);
            findings.add("{\"type\": \"%s\", \"start\": %d, \"end\": %d}".formatted(each.type(), each.start(), each.end()));
        }
        // Where a table is about one type, it leaves the type out.
        if (!String.join(" | ", values).equals(expected) && !String.join(" | ", bare).equals(expected)) {
            left++;
            return;
        }
        vectors.putIfAbsent(
                text,
                "  {\"why\": %s,\n   \"text\": %s,\n   \"findings\": [%s]}"
                        .formatted(json(of + ": " + why), json(text), String.join(", ", findings)));
    }

    /** ASCII alone; every word's first letters are escaped where a tool that looks for keys in files would take it for one. */
    private static String json(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean key = (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && run(text, i) >= 16 && (i == 0 || !isWord(text.charAt(i - 1)));
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7E || key) {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static int run(String text, int from) {
        int end = from;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return end - from;
    }

    private static boolean isWord(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
    }

    private void write(Path file) throws IOException {
        Files.writeString(file, "[\n" + String.join(",\n", vectors.values()) + "\n]\n");
        System.out.println(file + ": " + vectors.size() + " rows, " + left + " that others share");
    }
}
