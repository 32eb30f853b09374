package dev.avow.custom;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;

/**
 * What is built in together with what somebody defined. {@link Claims} says which finding stays
 * where several overlap; a deny list beats an allow list.
 *
 * <p>Immutable and safe for threads, as every detector. Time is linear in the text, for any
 * pattern.
 */
public final class CustomDetector implements Detector {

    /** What a value of a deny list is: somebody said so. */
    private static final double DENIED = 1;

    private final Detector builtIn;
    private final List<CompiledRecognizer> recognizers;
    private final List<FindingType> denied = new ArrayList<>();
    private final WordTrie words = new WordTrie();
    private final AllowLists allowed;
    private final LongSupplier nanos;

    private CustomDetector(
            Detector builtIn,
            Definitions definitions,
            ToIntFunction<String> tierOf,
            LongSupplier nanos) {
        this.builtIn = builtIn;
        this.nanos = nanos;
        this.allowed = new AllowLists(definitions.lists());
        this.recognizers = definitions.recognizers().stream().map(CompiledRecognizer::new).toList();
        int owner = 0;
        for (CustomRecognizer each : definitions.recognizers()) {
            addAll(each.words(), owner++, false);
        }
        for (DetectionList each : definitions.lists()) {
            String type = each.type();
            if (each.kind() == DetectionList.Kind.DENY && type != null) {
                denied.add(new FindingType(type, tierOf.applyAsInt(type)));
                addAll(each.values(), owner++, each.match() == DetectionList.Match.EXACT);
            }
        }
    }

    private void addAll(List<String> all, int owner, boolean exact) {
        all.forEach(each -> words.add(each, owner, exact));
    }

    /**
     * A detector that finds what another does and what the definitions say.
     *
     * @param tierOf the tier of a type that a deny list names
     * @return the other one itself where no definition counts: it costs nothing then
     * @throws IllegalArgumentException where {@link DefinitionRules} would not have let one pass
     */
    public static Detector over(
            Detector builtIn, Definitions definitions, ToIntFunction<String> tierOf) {
        return over(builtIn, definitions, tierOf, System::nanoTime);
    }

    /** The same with a clock of nanoseconds, for tests. */
    static Detector over(
            Detector builtIn,
            Definitions definitions,
            ToIntFunction<String> tierOf,
            LongSupplier nanos) {
        Definitions counting = definitions.enabled();
        if (counting.isEmpty()) {
            return builtIn;
        }
        try {
            return new CustomDetector(builtIn, counting, tierOf, nanos);
        } catch (BadPattern refused) {
            throw new IllegalArgumentException("a definition that cannot be used", refused);
        }
    }

    @Override
    public Scan scan(CharSequence text, Budget budget) {
        long began = nanos.getAsLong();
        Scan first = builtIn.scan(text, budget);
        String looked = text.toString();
        Coverage coverage = first.coverage();
        if (looked.length() > budget.maxChars()) {
            looked = looked.substring(0, budget.maxChars());
            coverage = new Coverage.Partial(Coverage.Why.TOO_LONG);
        }
        Claims claims = new Claims();
        for (Finding finding : first.findings()) {
            if (!allowed.allows(looked, finding)) {
                claims.add(finding, Claims.Origin.BUILT_IN);
            }
        }
        Until until = new Until(nanos, budget.maxNanos() - (nanos.getAsLong() - began));
        try {
            claimAll(looked, until, claims);
        } catch (Until.Over over) {
            coverage =
                    new Coverage.Partial(
                            until.isTooMuch() ? Coverage.Why.TOO_LONG : Coverage.Why.OUT_OF_TIME);
        } catch (RuntimeException | StackOverflowError itsOwn) {
            coverage = new Coverage.Partial(Coverage.Why.RECOGNIZER_FAILED);
        }
        return new Scan(claims.resolve(looked), coverage);
    }

    private void claimAll(String text, Until until, Claims claims) {
        for (CompiledRecognizer each : recognizers) {
            each.find(
                    text,
                    until,
                    (start, end) -> {
                        until.count();
                        each.byPattern(text, start, end)
                                .ifPresent(finding -> claim(text, finding, claims));
                    });
        }
        if (!words.isEmpty()) {
            words.find(
                    text,
                    until,
                    (owner, start, end) -> {
                        until.count();
                        word(owner, text, start, end, claims);
                    });
        }
    }

    private void word(int owner, String text, int start, int end, Claims claims) {
        if (owner < recognizers.size()) {
            recognizers
                    .get(owner)
                    .byWord(text, start, end)
                    .ifPresent(finding -> claim(text, finding, claims));
        } else {
            FindingType type = denied.get(owner - recognizers.size());
            claims.add(
                    new Finding(type, start, end, DENIED, Finding.Reason.PATTERN),
                    Claims.Origin.DENIED);
        }
    }

    private void claim(String text, Finding finding, Claims claims) {
        if (!allowed.allows(text, finding)) {
            claims.add(finding, Claims.Origin.CUSTOM);
        }
    }

    /** How many recognizers there are. */
    @Override
    public String toString() {
        return "CustomDetector of " + recognizers.size();
    }
}
