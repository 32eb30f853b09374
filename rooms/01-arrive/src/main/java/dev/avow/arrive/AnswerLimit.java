package dev.avow.arrive;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.words.Route;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long a body lets its answer become: what it says of the most tokens, times how many answers
 * it wants. Of a member that stands twice the larger counts, since a provider may read either. For
 * one body and one thread.
 */
final class AnswerLimit {

    private final Set<String> names;
    private final boolean canWantSeveral;
    private @Nullable Long most;
    private long answers = 1;

    AnswerLimit(Route route) {
        this.names =
                switch (route) {
                    case CHAT_COMPLETIONS -> Set.of("max_tokens", "max_completion_tokens");
                    case RESPONSES -> Set.of("max_output_tokens");
                    case MESSAGES -> Set.of("max_tokens");
                    case EMBEDDINGS,
                            COUNT_TOKENS,
                            IMAGE_GENERATIONS,
                            IMAGE_EDITS,
                            IMAGE_VARIATIONS,
                            SPEECH,
                            TRANSCRIPTIONS,
                            TRANSLATIONS,
                            RERANK ->
                            Set.of();
                };
        this.canWantSeveral =
                switch (route) {
                    case CHAT_COMPLETIONS, IMAGE_GENERATIONS, IMAGE_EDITS, IMAGE_VARIATIONS -> true;
                    case RESPONSES,
                            MESSAGES,
                            EMBEDDINGS,
                            COUNT_TOKENS,
                            SPEECH,
                            TRANSCRIPTIONS,
                            TRANSLATIONS,
                            RERANK ->
                            false;
                };
    }

    void see(JsonNode node) {
        JsonPath path = node.path();
        if (node.kind() != Kind.NUMBER || path.depth() != 1) {
            return;
        }
        if (names.contains(path.name())) {
            long said = whole(node.text());
            most = most == null ? said : Math.max(most, said);
        } else if (canWantSeveral && path.name().equals("n")) {
            answers = Math.max(answers, whole(node.text()));
        }
    }

    /** Providers differ in what they make of 1e3 or 10.5, so the larger is taken. */
    private static long whole(String number) {
        if (number.length() > 18) {
            return AnswerRoom.MOST_TOKENS;
        }
        BigDecimal value;
        try {
            value = new BigDecimal(number);
        } catch (NumberFormatException exponentTooLarge) {
            return AnswerRoom.MOST_TOKENS;
        }
        if (value.signum() == 0) {
            return 0;
        }
        // Some local servers take less than nothing for no limit.
        if (value.signum() < 0) {
            return AnswerRoom.MOST_TOKENS;
        }
        // Compared, which goes by magnitude: to write 1e-30000000 out would take seconds.
        if (value.compareTo(BigDecimal.ONE) <= 0) {
            return 1;
        }
        return value.compareTo(BigDecimal.valueOf(AnswerRoom.MOST_TOKENS)) >= 0
                ? AnswerRoom.MOST_TOKENS
                : value.setScale(0, RoundingMode.UP).longValueExact();
    }

    AnswerRoom room() {
        return new AnswerRoom(most, Math.min(answers, AnswerRoom.MOST_ANSWERS));
    }
}
