package dev.avow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Personal data of nobody, by finding type: what {@code app/clients/values.json} holds. */
final class PersonalData {

    static final Map<String, String> VALUES = read();

    /** One text that holds every value. */
    static final String EVERYTHING =
            VALUES.entrySet().stream()
                    .map(each -> each.getKey() + ": " + each.getValue() + ".")
                    .collect(Collectors.joining(" "));

    private PersonalData() {}

    static String of(String type) {
        String value = VALUES.get(type);
        if (value == null) {
            throw new IllegalArgumentException("no such type");
        }
        return value;
    }

    /** The types whose value stands in a text. */
    static java.util.Set<String> in(String text) {
        return VALUES.entrySet().stream()
                .filter(each -> text.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> read() {
        Map<String, String> values = new TreeMap<>();
        try {
            new JsonMapper()
                    .readTree(Files.readString(Path.of("clients", "values.json")))
                    .properties()
                    .forEach(each -> values.put(each.getKey(), each.getValue().stringValue()));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return values;
    }
}
