package dev.avow.merkle;

import java.util.Base64;
import java.util.Optional;

/**
 * How far a log has come: the text that is signed, as C2SP's {@code tlog-checkpoint} has it. Three
 * lines, each ended by a line feed: whose log, its size in decimal, its root in base64.
 *
 * @param origin names the log; not empty, no line feed, no {@code +} and no blank (C2SP {@code
 *     signed-note} uses it as the key's name too)
 * @param size its leaves
 * @param root its tree's
 * @see <a href="https://c2sp.org/tlog-checkpoint">tlog-checkpoint</a>
 */
public record Checkpoint(String origin, long size, Hash root) {

    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c <= ' ' || c == '+')) {
            throw new IllegalArgumentException("a log's origin has no blank and no plus");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a log's size is not below 0");
        }
    }

    public static Checkpoint of(String origin, Frontier tree) {
        return new Checkpoint(origin, tree.size(), tree.root());
    }

    /** What is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** The checkpoint that a text is; empty where it is none. Lines after the third are let be. */
    public static Optional<Checkpoint> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Checkpoint(
                            lines[0],
                            Long.parseLong(lines[1]),
                            Hash.of(Base64.getDecoder().decode(lines[2]))));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
