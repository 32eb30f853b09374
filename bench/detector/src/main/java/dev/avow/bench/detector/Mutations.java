package dev.avow.bench.detector;

import java.util.List;
import java.util.Random;

/**
 * Texts to try a detector with: examples that were spliced, cut, doubled and changed, and texts of
 * chance alone. A seed gives the same text every time.
 */
final class Mutations {

    private static final String ODD =
            "0123456789 .-/:@%\\&()[]{}+_\"'=#$,;\t\n\r"
                + "~*|<>?!^`\0"
                + "\u00a0\u00ad\u00e9\u00df\u0130\u0301\u0660\u06f1\u0966\u2011\u202e\u200b\u20ac"
                + "\u3000\u4f60\uac00\uff11\uff20\uff21\ufeff\ufffe\uffff";

    private static final int LONGEST_DOUBLED = 40;

    private final List<String> examples;

    Mutations(List<String> examples) {
        this.examples = List.copyOf(examples);
    }

    /** The text of a seed; may be empty. */
    String text(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        StringBuilder text = new StringBuilder();
        for (int parts = 1 + random.nextInt(3); parts > 0; parts--) {
            append(text, random);
        }
        for (int changes = random.nextInt(6); changes > 0 && !text.isEmpty(); changes--) {
            change(text, random);
        }
        if (random.nextInt(8) == 0) {
            text.setLength(random.nextInt(text.length() + 1));
        }
        return text.toString();
    }

    private void append(StringBuilder text, Random random) {
        if (random.nextInt(6) == 0) {
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(anyChar(random));
            }
            return;
        }
        String example = examples.get(random.nextInt(examples.size()));
        boolean whole = random.nextInt(3) > 0;
        int from = whole ? 0 : random.nextInt(example.length());
        int to = whole ? example.length() : from + random.nextInt(example.length() - from + 1);
        text.append(example, from, to);
        if (random.nextBoolean()) {
            text.append(random.nextBoolean() ? ' ' : anyChar(random));
        }
    }

    private static char anyChar(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> (char) random.nextInt(0x10000);
            case 1 -> (char) (0xD800 + random.nextInt(0x800));
            case 2 -> (char) (0x20 + random.nextInt(0x5F));
            default -> ODD.charAt(random.nextInt(ODD.length()));
        };
    }

    private static void change(StringBuilder text, Random random) {
        int place = random.nextInt(text.length());
        char c = text.charAt(place);
        switch (random.nextInt(10)) {
            case 0 -> text.deleteCharAt(place);
            case 1 -> text.setCharAt(place, anyChar(random));
            case 2 -> text.insert(place, anyChar(random));
            case 3 -> text.setCharAt(place, (char) ('0' + random.nextInt(10)));
            case 4 -> text.replace(place, place + 1, "\\u%04x".formatted((int) c));
            case 5 -> text.replace(place, place + 1, "%%%02X".formatted(c & 0xFF));
            case 6 -> text.insert(place, Character.toChars(0x1F600 + random.nextInt(64)));
            case 7 -> text.setCharAt(place, swapped(c));
            case 8 -> text.append(slice(text, place, random));
            default -> text.insert(place, slice(text, place, random));
        }
    }

    private static char swapped(char c) {
        return Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
    }

    private static String slice(StringBuilder text, int from, Random random) {
        int most = Math.min(LONGEST_DOUBLED, text.length() - from);
        return text.substring(from, from + random.nextInt(most + 1));
    }
}
