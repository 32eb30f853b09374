package dev.avow.presidio;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/**
 * A caller's regular expression.
 *
 * @param flags as Python numbers them
 */
record AdHocPattern(String name, String regex, double score, Pattern compiled, int flags) {

    void find(
            String text,
            String entity,
            String recognizer,
            Deadline deadline,
            Results results,
            List<Result> into) {
        if (score == 0) {
            return;
        }
        Explanation why = Explanation.ofPattern(recognizer, name, regex, score, flags);
        Matcher matcher = compiled.matcher(new DeadlineText(text, deadline));
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                results.count();
                into.add(new Result(entity, matcher.start(), matcher.end(), score, why));
            }
        }
    }

    /** No pattern: it is the caller's. */
    @Override
    public String toString() {
        return "AdHocPattern";
    }
}
