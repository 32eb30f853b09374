package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.List;

/**
 * Keys whose head goes over into the body without a sign, such as {@code AKIA} or {@code AIza}.
 *
 * <p>A body may hold dashes and underscores, and its first piece no digit, so that the engine does
 * not show it. So a piece that stands after a sign is looked at too, and the key's start searched
 * before it, not further than the longest key.
 */
final class GluedKeyRecognizer extends TokenSecret {

    private static final int SHORTEST_PIECE = 2;

    private final List<KeyPattern> patterns;
    private final boolean[] heads = new boolean[128];

    GluedKeyRecognizer(FindingType type, List<KeyPattern> patterns) {
        super(
                type,
                SHORTEST_PIECE,
                patterns.stream().mapToInt(p -> p.head().length() + p.longest()).max().orElse(0));
        this.patterns = List.copyOf(patterns);
        patterns.forEach(pattern -> heads[pattern.head().charAt(0)] = true);
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        char before = Text.of(text.before(start));
        int from =
                before == '-' || before == '_'
                        ? Stretch.start(Alphabet.URL, text, start, longest())
                        : start;
        char first = Text.of(text.at(from));
        if (first >= heads.length || !heads[first]) {
            return;
        }
        for (KeyPattern pattern : patterns) {
            if (pattern.head().charAt(0) == first) {
                Stretch key = pattern.read(text, from);
                if (key != null && key.end() >= end) {
                    sink.found(key.start(), key.end(), Confidence.CHECKSUM, Reason.CHECKSUM);
                    return;
                }
            }
        }
    }
}
