package dev.avow.detector.js;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** A detector that takes and returns plain JavaScript values. */
public final class CompiledDetector {

    /** A day: an infinite number cannot be made a long in JavaScript. */
    private static final double LONGEST_MILLIS = 86_400_000;

    private final Detector detector;

    CompiledDetector(Detector detector) {
        this.detector = detector;
    }

    /**
     * Scans a text once.
     *
     * @param text any text, also ill-formed UTF-16
     * @param maxChars in UTF-16 code units, positive
     * @param maxMillis in milliseconds, positive; infinite for no limit
     * @return {@code {findings: [{type, tier, start, end, confidence, reason}], coverage:
     *     {complete, why}}}
     */
    @JSExport
    public JSObject scan(String text, int maxChars, double maxMillis) {
        long maxNanos = Math.max(1, (long) (Math.min(maxMillis, LONGEST_MILLIS) * 1e6));
        Scan scan = detector.scan(text, new Budget(maxChars, maxNanos));
        List<Finding> found = scan.findings();
        JSObject[] findings = new JSObject[found.size()];
        for (int i = 0; i < findings.length; i++) {
            Finding each = found.get(i);
            findings[i] =
                    finding(
                            each.type().id(),
                            each.type().tier(),
                            each.start(),
                            each.end(),
                            each.confidence(),
                            name(each.reason()));
        }
        return switch (scan.coverage()) {
            case Coverage.Complete _ -> complete(findings);
            case Coverage.Partial(Coverage.Why why) -> partial(findings, name(why));
        };
    }

    private static String name(Finding.Reason reason) {
        return switch (reason) {
            case PATTERN -> "pattern";
            case CONTEXT -> "context";
            case CHECKSUM -> "checksum";
        };
    }

    private static String name(Coverage.Why why) {
        return switch (why) {
            case TOO_LONG -> "too_long";
            case OUT_OF_TIME -> "out_of_time";
            case RECOGNIZER_FAILED -> "recognizer_failed";
            case UNAVAILABLE -> "unavailable";
        };
    }

    @JSBody(
            params = {"type", "tier", "start", "end", "confidence", "reason"},
            script =
                    "return {type: type, tier: tier, start: start, end: end, confidence:"
                            + " confidence, reason: reason};")
    private static native JSObject finding(
            String type, int tier, int start, int end, double confidence, String reason);

    @JSBody(
            params = "findings",
            script = "return {findings: findings, coverage: {complete: true, why: null}};")
    private static native JSObject complete(JSObject[] findings);

    @JSBody(
            params = {"findings", "why"},
            script = "return {findings: findings, coverage: {complete: false, why: why}};")
    private static native JSObject partial(JSObject[] findings, String why);

    /** Prints nothing of what it was given. */
    @Override
    public String toString() {
        return "detector";
    }
}
