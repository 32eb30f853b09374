package dev.avow.arrive;

import dev.avow.json.JsonPath;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The top-level members by which a request is governed: what answers it, how long, and what it
 * says. Some servers take their names in any case (Go's encoding/json, which folds as Unicode
 * does), and the last one wins; a second spelling would so pass by what was decided for the first.
 */
final class Governed {

    private static final Set<String> NAMES =
            Set.of(
                    "model",
                    "models",
                    "stream",
                    "messages",
                    "system",
                    "input",
                    "instructions",
                    "prompt",
                    "query",
                    "documents",
                    "tools",
                    "functions",
                    "n",
                    "max_tokens",
                    "max_completion_tokens",
                    "max_output_tokens",
                    "previous_response_id",
                    "conversation",
                    "background");

    private Governed() {}

    /** What is wrong with a member's name; null where nothing is. */
    static @Nullable Fault wrongSpelling(JsonPath path) {
        if (path.depth() != 1) {
            return null;
        }
        String name = path.name();
        if (name.equals("models")) {
            return Fault.of(
                    FaultCode.INVALID_VALUE,
                    "models names others than the one that is decided on; name one in model",
                    "models");
        }
        if (isPlain(name)) {
            return null;
        }
        String folded = folded(name);
        return NAMES.contains(folded)
                ? Fault.of(
                        FaultCode.INVALID_VALUE,
                        "write " + folded + " in small letters; some providers take either",
                        folded)
                : null;
    }

    /** Nothing to fold, as nearly always. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
