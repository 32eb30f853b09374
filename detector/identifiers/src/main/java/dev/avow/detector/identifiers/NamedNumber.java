package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import java.util.function.Predicate;

/**
 * What numbers of one length have in common that are reported only where a word names them: too
 * many others pass their check.
 */
abstract class NamedNumber implements Recognizer.OfNumbers {

    private final FindingType type;
    private final int length;
    private final EuNaming naming;
    private final Predicate<int[]> valid;

    /**
     * Makes one.
     *
     * @param id of the finding type
     * @param length in digits
     * @param naming what names it
     * @param valid whether digits, as many as the number has, are one
     */
    NamedNumber(String id, int length, EuNaming naming, Predicate<int[]> valid) {
        this.type = new FindingType(id, 2);
        this.length = length;
        this.naming = naming;
        this.valid = valid;
    }

    @Override
    public final FindingType type() {
        return type;
    }

    @Override
    public final int lengths() {
        return 1 << length;
    }

    /** None: a word must name it. */
    @Override
    public final int headsAmidNumbers() {
        return 0;
    }

    @Override
    public final void number(NumberRun run, int group, Sink sink) {
        EuNumber number = EuNumber.read(run, group, length);
        if (number != null && valid.test(number.digits())) {
            number.report(naming, EuNumber.NEVER, sink);
        }
    }
}
