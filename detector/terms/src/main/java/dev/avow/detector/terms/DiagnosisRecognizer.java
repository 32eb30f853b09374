package dev.avow.detector.terms;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names of diseases and disorders.
 *
 * <p>Specification: {@link DiagnosisNames}. Whole words in any case; the words of a longer name
 * stand apart by one blank, dash or apostrophe. The longest name that fits is taken.
 *
 * <p>Legal basis: data concerning health, GDPR Articles 4(15) and 9.
 *
 * <p>Example: {@code type 2 diabetes}.
 */
final class DiagnosisRecognizer implements Recognizer.OfWords {

    private static final FindingType TYPE = new FindingType("diagnosis", 2);

    /** By a name's first word, what follows it, longest first; empty where nothing does. */
    private final Map<String, List<String>> rests = new HashMap<>();

    DiagnosisRecognizer() {
        for (String name : DiagnosisNames.all()) {
            int blank = name.indexOf(' ');
            String first = blank < 0 ? name : name.substring(0, blank);
            String rest = blank < 0 ? "" : name.substring(blank);
            rests.computeIfAbsent(first, _ -> new ArrayList<>()).add(rest);
        }
        rests.values().forEach(each -> each.sort(Comparator.comparingInt(rest -> -rest.length())));
    }

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Set<String> words() {
        return Set.copyOf(rests.keySet());
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        for (String rest : rests.getOrDefault(word, List.of())) {
            int last = read(text, end, rest);
            if (last >= 0) {
                sink.found(start, last, Confidence.DISTINCT_PATTERN, Reason.PATTERN);
                return;
            }
        }
    }

    /** Where the rest of a name ends that begins at a place, or -1. */
    private static int read(Text text, int place, String rest) {
        int p = place;
        for (int i = 0; i < rest.length(); i++) {
            p = text.skipIgnorable(p);
            int unit = text.at(p);
            char c = Text.of(unit);
            boolean fits =
                    rest.charAt(i) == ' '
                            ? c == ' ' || c == '-' || c == '\'' || c == '\u2019'
                            : Chars.plain(c) == rest.charAt(i);
            if (!fits) {
                return -1;
            }
            p += Text.size(unit);
        }
        char after = Text.of(text.at(text.skipIgnorable(p)));
        return rest.isEmpty() || !(Chars.isLatin(after) || Chars.isDigit(after)) ? p : -1;
    }
}
