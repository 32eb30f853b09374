package dev.avow.custom;

import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Phrases;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A recognizer, ready to find. Immutable, safe for threads. It prints no content. */
final class CompiledRecognizer {

    /** What a context word adds; as much as it adds for what is built in. */
    private static final double RAISED_BY = 0.25;

    private static final double MOST_BY_CONTEXT = 0.99;

    /** What is read around a value, so that words at the edge are seen whole. */
    private static final int MARGIN = ContextWords.BEFORE + 40;

    private final FindingType type;
    private final List<SafePattern> patterns;
    private final @Nullable Checksum checksum;
    private final @Nullable Phrases context;
    private final boolean contextRequired;
    private final double confidence;

    /**
     * Compiles one that {@link DefinitionRules} let pass.
     *
     * @throws BadPattern where it did not
     */
    CompiledRecognizer(CustomRecognizer definition) {
        this.type = definition.type();
        this.patterns = definition.patterns().stream().map(SafePattern::compile).toList();
        this.checksum = definition.checksum();
        this.context =
                definition.context().isEmpty()
                        ? null
                        : Phrases.of(
                                definition.context().stream()
                                        .map(ContextTerms::plain)
                                        .toArray(String[]::new));
        this.contextRequired = definition.contextRequired();
        this.confidence = definition.confidence();
    }

    FindingType type() {
        return type;
    }

    /** Where a value stands that its patterns and checksum take. */
    void find(String text, Until until, SafePattern.Hits hits) {
        for (SafePattern pattern : patterns) {
            pattern.find(
                    text,
                    until,
                    (start, end) -> {
                        if (checksum == null || checksum.holds(text.substring(start, end))) {
                            hits.hit(start, end);
                        }
                    });
        }
    }

    /** What a value by pattern is reported as; empty where a word that must stand near does not. */
    Optional<Finding> byPattern(String text, int start, int end) {
        return finding(text, start, end, checksum != null);
    }

    /** The same for a value that is one of its words. */
    Optional<Finding> byWord(String text, int start, int end) {
        return finding(text, start, end, false);
    }

    private Optional<Finding> finding(String text, int start, int end, boolean checked) {
        boolean near = context != null && isNear(context, text, start, end);
        if (contextRequired && !near) {
            return Optional.empty();
        }
        double sure =
                near
                        ? Math.max(confidence, Math.min(MOST_BY_CONTEXT, confidence + RAISED_BY))
                        : confidence;
        Finding.Reason reason =
                checked
                        ? Finding.Reason.CHECKSUM
                        : near ? Finding.Reason.CONTEXT : Finding.Reason.PATTERN;
        return Optional.of(new Finding(type, start, end, sure, reason));
    }

    private static boolean isNear(Phrases context, String text, int start, int end) {
        int from = Math.max(0, start - MARGIN);
        int to = Math.min(text.length(), end + MARGIN);
        Text around = Text.over(text.substring(from, to));
        return context.near(around, start - from, end - from);
    }

    @Override
    public String toString() {
        return "CompiledRecognizer " + type;
    }
}
