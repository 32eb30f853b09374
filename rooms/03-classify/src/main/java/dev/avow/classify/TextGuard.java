package dev.avow.classify;

import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.FindingType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What judges the prompt as a whole, mostly another model. May wait. Safe for any thread. */
public interface TextGuard {

    /** Whether it is given texts as they are, and not with findings replaced by their types. */
    boolean seesOriginals();

    /**
     * Judges.
     *
     * @param texts the prompt's, in order of standing
     * @param nanosLeft how long it may take
     */
    Verdict judge(List<String> texts, long nanosLeft);

    /**
     * What it says.
     *
     * @param type what it found; null for nothing
     * @param confidence 0 to 1
     * @param coverage partial where it could not judge, and that is not to be taken for clean
     */
    record Verdict(@Nullable FindingType type, double confidence, Coverage coverage) {
        public Verdict {
            Objects.requireNonNull(coverage);
        }
    }
}
