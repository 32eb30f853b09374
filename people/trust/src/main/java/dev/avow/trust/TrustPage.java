package dev.avow.trust;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The page, in no language.
 *
 * @param generatedAt when what it says was looked up
 * @param chapters in their order
 */
public record TrustPage(Instant generatedAt, List<Chapter> chapters) {

    /** A part and what it says. */
    public record Chapter(Part part, List<Sentence> sentences) {

        public Chapter {
            sentences = List.copyOf(sentences);
        }
    }

    public TrustPage {
        chapters = List.copyOf(chapters);
    }

    /**
     * The same for pages that say the same, whatever ran since (promise T4): the first twelve
     * digits of SHA-256 over what they say, without proofs.
     */
    public String version() {
        StringBuilder said = new StringBuilder();
        for (Chapter chapter : chapters) {
            said.append('#').append(chapter.part().id()).append('\n');
            for (Sentence each : chapter.sentences()) {
                said.append(each.id()).append(' ').append(each.state().id());
                said.append(' ').append(sorted(each.values())).append(' ');
                said.append(each.details()).append('\n');
            }
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(said.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    static Map<String, Object> sorted(Map<String, Object> values) {
        Map<String, Object> sorted = new TreeMap<>();
        values.forEach((name, value) ->
                sorted.put(
                        name,
                        value instanceof Sentence.Phrase phrase
                                ? phrase.id() + sorted(phrase.values())
                                : value));
        return sorted;
    }
}
