package dev.avow.engines.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * RoBERTa's tokenizer: words are bytes, and neighbours that were often seen together are joined, in
 * the order in which the training joined them.
 *
 * <p>A word's time grows with the square of its length, so words are at most {@value #LONGEST_WORD}
 * chars long here; a longer run is more than one word. A text that reads like a special token is
 * cut like any other.
 *
 * <p>Source: A. Radford et al., "Language Models are Unsupervised Multitask Learners", 2019,
 * section 2.2; the format is that of Hugging Face's {@code tokenizers}.
 */
final class ByteLevelBpe implements Tokenizer {

    private static final int LONGEST_WORD = 256;
    private static final int NEVER = Integer.MAX_VALUE;

    /** Each byte as the visible character that vocabularies write it with. */
    private static final String[] BYTES = visibleBytes();

    private final Map<String, Integer> vocabulary;
    private final Map<String, Integer> ranks;
    private final int unknown;
    private final boolean spaceBefore;

    /**
     * @param ranks a pair's two parts with a blank between them, and when it is joined
     * @param unknown the token of what the vocabulary lacks
     * @param spaceBefore whether the first word of a text is read as if a blank stood before it
     */
    ByteLevelBpe(
            Map<String, Integer> vocabulary,
            Map<String, Integer> ranks,
            int unknown,
            boolean spaceBefore) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.ranks = Map.copyOf(ranks);
        this.unknown = unknown;
        this.spaceBefore = spaceBefore;
    }

    private static String[] visibleBytes() {
        String[] visible = new String[256];
        int others = 0;
        for (int b = 0; b < 256; b++) {
            boolean itself = (b > ' ' && b < 0x7F) || (b > 0xA0 && b != 0xAD);
            visible[b] = Character.toString(itself ? b : 256 + others++);
        }
        return visible;
    }

    @Override
    public Reader read(String text) {
        GptWords words = new GptWords(text, LONGEST_WORD);
        return into -> {
            if (!words.next()) {
                return false;
            }
            cut(text, words.start(), words.end(), into);
            return true;
        };
    }

    /** A part of a word under way: how it is written, and where it stands. */
    private record Part(String written, int start, int end) {}

    private void cut(String text, int from, int to, Tokens into) {
        List<Part> parts = new ArrayList<>();
        if (from == 0 && spaceBefore && !Character.isWhitespace(text.codePointAt(0))) {
            parts.add(new Part(BYTES[' '], 0, 0));
        }
        for (int at = from; at < to; ) {
            int end = at + Character.charCount(text.codePointAt(at));
            for (byte each : text.substring(at, end).getBytes(UTF_8)) {
                parts.add(new Part(BYTES[each & 0xFF], at, end));
            }
            at = end;
        }
        join(parts);
        boolean first = true;
        for (Part part : parts) {
            Integer token = vocabulary.get(part.written());
            int start = part.start();
            while (start < part.end() && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            into.add(token == null ? unknown : token, start, part.end(), first);
            first = false;
        }
    }

    private void join(List<Part> parts) {
        List<Integer> rankHere = new ArrayList<>(); // of a part with the one behind it
        for (int i = 0; i + 1 < parts.size(); i++) {
            rankHere.add(rank(parts, i));
        }
        while (!rankHere.isEmpty()) {
            int best = 0;
            for (int i = 1; i < rankHere.size(); i++) {
                best = rankHere.get(i) < rankHere.get(best) ? i : best;
            }
            if (rankHere.get(best) == NEVER) {
                return;
            }
            Part left = parts.get(best);
            Part right = parts.remove(best + 1);
            parts.set(best, new Part(left.written() + right.written(), left.start(), right.end()));
            rankHere.remove(/* index */ best);
            if (best < rankHere.size()) {
                rankHere.set(best, rank(parts, best));
            }
            if (best > 0) {
                rankHere.set(best - 1, rank(parts, best - 1));
            }
        }
    }

    private int rank(List<Part> parts, int at) {
        return ranks.getOrDefault(
                parts.get(at).written() + " " + parts.get(at + 1).written(), NEVER);
    }
}
