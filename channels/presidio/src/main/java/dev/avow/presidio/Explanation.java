package dev.avow.presidio;

import org.jspecify.annotations.Nullable;

/** Why something was found, with the fields of Presidio's {@code AnalysisExplanation}. */
record Explanation(
        double originalScore,
        @Nullable String pattern,
        @Nullable String patternName,
        String recognizer,
        @Nullable Integer regexFlags,
        double score,
        double scoreContextImprovement,
        String supportiveContextWord,
        @Nullable String textualExplanation,
        @Nullable Boolean validationResult) {

    /** What one of Avow's own recognizers found. */
    static Explanation ofAvow(String recognizer, double score, boolean checked) {
        return new Explanation(
                score,
                null,
                null,
                recognizer,
                null,
                score,
                0,
                "",
                "Detected by `" + recognizer + "`",
                checked ? true : null);
    }

    /** What a caller's pattern found. */
    static Explanation ofPattern(
            String recognizer, String name, String pattern, double score, int flags) {
        return new Explanation(
                score,
                pattern,
                name,
                recognizer,
                flags,
                score,
                0,
                "",
                "Detected by `" + recognizer + "` using pattern `" + name + "`",
                null);
    }

    Explanation improved(double to, String word) {
        return new Explanation(
                originalScore,
                pattern,
                patternName,
                recognizer,
                regexFlags,
                to,
                to - originalScore,
                word,
                textualExplanation,
                validationResult);
    }

    /** No pattern and no word: they are the caller's. */
    @Override
    public String toString() {
        return "Explanation";
    }
}
