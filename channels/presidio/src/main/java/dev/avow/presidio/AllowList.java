package dev.avow.presidio;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is not personal data to this caller, word by word or by regular expression. */
final class AllowList {

    private final Set<String> exact;
    private final @Nullable Pattern regex;

    private AllowList(Set<String> exact, @Nullable Pattern regex) {
        this.exact = exact;
        this.regex = regex;
    }

    static AllowList of(Fields body, PresidioLimits limits) {
        List<String> terms = body.texts("allow_list");
        String match = body.text("allow_list_match", "exact");
        int flags = body.flags("regex_flags", RegexFlags.USUAL);
        return switch (match) {
            case "exact" -> new AllowList(new HashSet<>(terms), null);
            case "regex" -> new AllowList(Set.of(), joined(terms, flags, limits));
            default ->
                    throw new PresidioError(
                            400, "allow_list_match must either be set to 'exact' or 'regex'.");
        };
    }

    private static @Nullable Pattern joined(List<String> terms, int flags, PresidioLimits limits) {
        List<String> some = new ArrayList<>(terms);
        some.removeIf(String::isEmpty);
        if (some.isEmpty()) {
            return null;
        }
        String all = String.join("|", some);
        return Regex.compile(all, flags, "allow_list", "regex_flags", limits);
    }

    boolean allows(String text, Result result, Deadline deadline) {
        if (regex == null && exact.isEmpty()) {
            return false;
        }
        String word = text.substring(result.start(), result.end());
        return exact.contains(word)
                || (regex != null && regex.matcher(new DeadlineText(word, deadline)).find());
    }
}
