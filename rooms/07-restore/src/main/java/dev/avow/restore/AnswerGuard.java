package dev.avow.restore;

import dev.avow.classify.Classification;
import dev.avow.classify.Tally;
import dev.avow.decide.AnswerDecider;
import dev.avow.decide.AnswerVerdict;
import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import dev.avow.mask.AnswerStandIns;
import dev.avow.mask.HashKey;
import dev.avow.mask.Keepsake;
import dev.avow.mask.OwnValues;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has policies judge what an answer brings, before it is released. Values that the request held are
 * the caller's own and not judged.
 *
 * <p>For one answer; not safe for more than one thread. A detector that waits makes this wait.
 */
public final class AnswerGuard {

    /** Of these, a text that is said again is cleaned even where it is not found there. */
    private static final int MOST_REMEMBERED = 1_000;

    private final AnswerDecider decider;
    private final Detector detector;
    private final boolean detectorWaits;
    private final Keepsake keepsake;
    private final OwnValues own;
    private final HashKey key;
    private final HoldBack holdBack;
    private final Tally brought = new Tally();
    private final Map<String, Tally> acted = new LinkedHashMap<>();
    private final Map<String, String> replaced = new LinkedHashMap<>();
    private long nanosLeft;

    /**
     * One for an answer.
     *
     * @param detectorWaits whether the detector is one that is better asked seldom
     * @param budget the time to look at all of the answer
     * @param own what the request held
     * @param key the tenant's
     */
    public AnswerGuard(
            AnswerDecider decider,
            Detector detector,
            boolean detectorWaits,
            Duration budget,
            Keepsake keepsake,
            OwnValues own,
            HashKey key,
            HoldBack holdBack) {
        this.decider = decider;
        this.detector = detector;
        this.detectorWaits = detectorWaits;
        this.nanosLeft = budget.toNanos();
        this.keepsake = keepsake;
        this.own = own;
        this.key = key;
        this.holdBack = holdBack;
    }

    HoldBack holdBack() {
        return holdBack;
    }

    boolean detectorWaits() {
        return detectorWaits;
    }

    /** A whole text as it may be shown. */
    String whole(String text, boolean insideJson) {
        GuardedText alone = new GuardedText(this, insideJson);
        String shown = alone.whole(text);
        for (Map.Entry<String, String> each : replaced.entrySet()) {
            shown = shown.replace(each.getKey(), each.getValue());
        }
        return shown;
    }

    /**
     * What a text holds.
     *
     * @throws dev.avow.words.FaultException where it could not be looked at as a whole, and that
     *     ends an answer
     */
    List<Finding> scan(String text) {
        long before = System.nanoTime();
        Scan scan;
        try {
            scan =
                    nanosLeft <= 0
                            ? new Scan(List.of(), new Coverage.Partial(Coverage.Why.OUT_OF_TIME))
                            : detector.scan(text, new Budget(Integer.MAX_VALUE, nanosLeft));
        } catch (RuntimeException detectorBrokeItsPromise) {
            scan = new Scan(List.of(), new Coverage.Partial(Coverage.Why.RECOGNIZER_FAILED));
        }
        nanosLeft -= System.nanoTime() - before;
        if (scan.coverage() instanceof Coverage.Partial && holdBack.refusesUnread()) {
            throw Fault.of(
                            FaultCode.CLASSIFICATION_INCOMPLETE,
                            "the answer could not be looked at as a whole, so it is not released;"
                                    + " try again")
                    .asException();
        }
        return scan.findings();
    }

    /**
     * What stands for a finding; null where it is released.
     *
     * @param unmasked its text
     * @throws dev.avow.words.FaultException where a policy blocks the answer
     */
    @Nullable String standIn(Finding finding, String unmasked) {
        if (keepsake.gaveOut(unmasked) || own.hold(unmasked)) {
            return null;
        }
        brought.add(finding);
        return switch (decider.judge(finding.type().id(), brought.classifications())) {
            case AnswerVerdict.Release _ -> null;
            case AnswerVerdict.Mask mask -> {
                note(finding, mask.policy(), "Mask");
                String made = AnswerStandIns.of(finding.type(), unmasked, mask.masking(), key);
                if (replaced.size() < MOST_REMEMBERED) {
                    replaced.put(unmasked, made);
                }
                yield made;
            }
            case AnswerVerdict.Block block -> {
                note(finding, block.policy(), "Block");
                throw Fault.of(FaultCode.POLICY_BLOCKED, block.message()).asException();
            }
        };
    }

    private void note(Finding finding, String policy, String action) {
        acted.computeIfAbsent(action + "\n" + policy, _ -> new Tally()).add(finding);
    }

    /** What policies did so far. */
    List<Acted> acted() {
        List<Acted> all = new ArrayList<>();
        acted.forEach((by, tally) -> {
            int end = by.indexOf('\n');
            for (Classification found : tally.classifications()) {
                all.add(new Acted(found, by.substring(end + 1), by.substring(0, end)));
            }
        });
        return all;
    }
}
