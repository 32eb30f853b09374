package dev.avow.engines.onnx;

import java.util.Map;

/**
 * BERT's tokenizer: words are cut into the longest pieces of a vocabulary, from left to right.
 *
 * <p>A word of a text that happens to read like a special token, such as {@code [SEP]}, is cut like
 * any other: a text cannot steer the network by it. The time for a word is bounded, since longer
 * words than {@code longestWord} are unknown as a whole.
 *
 * <p>Source: Y. Wu et al., "Google's Neural Machine Translation System", 2016, section 4.1; the
 * format is that of Hugging Face's {@code tokenizers}.
 */
final class WordPiece implements Tokenizer {

    private final Map<String, Integer> vocabulary;
    private final String prefix;
    private final int longestPiece;
    private final int unknown;
    private final int longestWord;
    private final BertRules rules;

    /**
     * @param prefix what pieces within a word begin with, such as {@code ##}
     * @param unknown the token of a word that cannot be cut
     * @param longestWord in code points
     */
    WordPiece(
            Map<String, Integer> vocabulary,
            String prefix,
            int unknown,
            int longestWord,
            BertRules rules) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.longestPiece = vocabulary.keySet().stream().mapToInt(String::length).max().orElse(1);
        this.prefix = prefix;
        this.unknown = unknown;
        this.longestWord = longestWord;
        this.rules = rules;
    }

    @Override
    public Reader read(String text) {
        BertWords words = new BertWords(text, rules);
        return into -> {
            if (!words.next()) {
                return false;
            }
            cut(words, into);
            return true;
        };
    }

    private void cut(BertWords words, Tokens into) {
        String word = words.word();
        int before = into.size();
        boolean known = word.codePointCount(0, word.length()) <= longestWord;
        for (int at = 0; known && at < word.length(); ) {
            int end = Math.min(word.length(), at + longestPiece);
            Integer piece = null;
            while (end > at) {
                String candidate = word.substring(at, end);
                piece = vocabulary.get(at == 0 ? candidate : prefix + candidate);
                if (piece != null) {
                    break;
                }
                end--;
            }
            if (piece == null) {
                known = false;
            } else {
                into.add(piece, words.start(at), words.end(end - 1), at == 0);
                at = end;
            }
        }
        if (!known) {
            into.truncate(before);
            into.add(unknown, words.start(0), words.end(word.length() - 1), true);
        }
    }
}
