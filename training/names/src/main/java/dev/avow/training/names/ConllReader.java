package dev.avow.training.names;

import dev.avow.detector.names.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads files of one token and one BIO label per line, an empty line after each sentence, and
 * writes the tokens as people write them: no blank before a comma, none after an at sign.
 */
final class ConllReader {

    private static final Set<String> PERSONS = Set.of("PER", "PERSON", "RR", "AN");
    private static final Set<String> PLACES = Set.of("LOC", "LOCATION", "ST", "LD", "LDS");
    private static final Set<String> ORGANIZATIONS =
            Set.of("ORG", "CORPORATION", "GROUP", "UN", "INN", "GRT");

    private ConllReader() {}

    /**
     * @param sentences how many sentences make one text
     */
    static List<Example> read(Path file, int sentences) throws IOException {
        List<Example> examples = new ArrayList<>();
        Builder builder = new Builder();
        int held = 0;
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                builder.endSentence();
                if (++held >= sentences) {
                    examples.add(builder.build());
                    builder = new Builder();
                    held = 0;
                }
                continue;
            }
            int cut = Math.max(line.lastIndexOf('\t'), line.lastIndexOf(' '));
            if (cut > 0) {
                builder.token(line.substring(0, cut).strip(), line.substring(cut + 1).strip());
            }
        }
        examples.add(builder.build());
        return examples;
    }

    private static int tag(String label) {
        int dash = label.indexOf('-');
        String kind = label.substring(dash + 1).toUpperCase(Locale.ROOT);
        return PERSONS.contains(kind)
                ? Tag.PERSON
                : PLACES.contains(kind)
                        ? Tag.LOCATION
                        : ORGANIZATIONS.contains(kind) ? Tag.ORGANIZATION : Tag.OUTSIDE;
    }

    private static final class Builder {

        private final StringBuilder text = new StringBuilder();
        private final List<Example.Label> labels = new ArrayList<>();
        private boolean glued = true;
        private boolean handle;
        private boolean quoted;

        void token(String token, String label) {
            if (token.isEmpty()) {
                return;
            }
            if (!glued && !closes(token)) {
                text.append(' ');
            }
            int start = text.length();
            text.append(token);
            // The name of an account is no name of a person.
            int tag = handle || token.startsWith("@") ? Tag.OUTSIDE : tag(label);
            if (tag != Tag.OUTSIDE) {
                label(start, tag, label.startsWith("B"));
            }
            handle = token.equals("@");
            glued = opens(token);
        }

        private void label(int start, int tag, boolean begins) {
            int last = labels.size() - 1;
            if (!begins
                    && last >= 0
                    && labels.get(last).tag() == tag
                    && start - labels.get(last).end() <= 1) {
                labels.set(last, new Example.Label(labels.get(last).start(), text.length(), tag));
            } else {
                labels.add(new Example.Label(start, text.length(), tag));
            }
        }

        private boolean closes(String token) {
            if (token.equals("\"") && quoted) {
                return true;
            }
            char c = token.charAt(0);
            return (token.length() == 1 && ",.;:!?)]}%'’".indexOf(c) >= 0)
                    || ((c == '\'' || c == '’') && token.length() < 4)
                    || token.equals("n't");
        }

        private boolean opens(String token) {
            if (token.equals("\"")) {
                quoted = !quoted;
                return quoted;
            }
            return token.length() == 1 && "([{@#'’".indexOf(token.charAt(0)) >= 0;
        }

        void endSentence() {
            text.append('\n');
            glued = true;
            quoted = false;
            handle = false;
        }

        Example build() {
            return new Example(text.toString(), labels);
        }
    }
}
