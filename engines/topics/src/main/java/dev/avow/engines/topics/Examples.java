package dev.avow.engines.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Labelled texts: one file for each topic, one text on each line, {@code \n} for its line breaks.
 */
final class Examples {

    private Examples() {}

    /**
     * A text and what it is about.
     *
     * @param text not empty
     */
    record Example(String text, Topic topic) {
        /** Prints the length, never the text. */
        @Override
        public String toString() {
            return topic.id() + " of " + text.length() + " chars";
        }
    }

    /** What comes with this module: fictitious, written for it. */
    static List<Example> builtIn() {
        List<Example> all = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            String name = "examples/" + topic.id() + ".txt";
            try (InputStream file = Examples.class.getResourceAsStream(name)) {
                if (file == null) {
                    throw new IllegalStateException("the build lacks " + name);
                }
                all.addAll(read(new String(file.readAllBytes(), UTF_8), topic));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return all;
    }

    /** One file's texts; empty lines are none. */
    static List<Example> read(String file, Topic topic) {
        return file.lines()
                .filter(line -> !line.isBlank())
                .map(line ->
                        new Example(line.replace("\\n", "\n").replace("\\t", "\t").strip(), topic))
                .toList();
    }
}
