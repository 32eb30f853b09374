package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Keys whose head ends with a sign, such as {@code ghp_} or {@code sk-}, so that it begins with a
 * whole word. The head is the provider's registered prefix.
 *
 * <p>Reads at most the longest body of its patterns.
 */
final class PrefixedKeyRecognizer extends WordSecret {

    private final Map<String, List<KeyPattern>> patterns = new HashMap<>();

    PrefixedKeyRecognizer(FindingType type, List<KeyPattern> patterns) {
        super(type, patterns.stream().map(KeyPattern::firstWord).collect(Collectors.toSet()));
        for (KeyPattern pattern : patterns) {
            this.patterns.computeIfAbsent(pattern.firstWord(), _ -> new ArrayList<>()).add(pattern);
        }
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        for (KeyPattern pattern : patterns.getOrDefault(word, List.of())) {
            Stretch key = pattern.read(text, start);
            if (key != null) {
                sink.found(key.start(), key.end(), confidence(key), Reason.CHECKSUM);
                return;
            }
        }
    }

    private static double confidence(Stretch key) {
        return Crc32Tail.fits(key.chars()) ? Confidence.CHECKSUM_IN_CONTEXT : Confidence.CHECKSUM;
    }
}
