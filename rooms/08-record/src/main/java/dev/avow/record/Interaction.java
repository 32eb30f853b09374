package dev.avow.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.avow.words.Cursor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One use of a model as it is shown (promise B5). The names of its components, in snake case, are
 * the names of its fields outside. No component can hold text of a prompt or an answer (B6).
 *
 * @param id sorts by time
 * @param tenantId whose it is
 * @param userId the person; null for a key that acts for itself
 * @param apiKeyId the key that was used; null for a person who was signed in
 * @param channel who brought it, such as {@code api} or {@code extension}
 * @param platformId the provider's name, or the site's
 * @param model as the provider knows it
 * @param promptHash a fingerprint
 * @param responseHash a fingerprint; null where there was no answer, or none yet
 * @param contentLength of the prompt's text, in UTF-8 bytes
 * @param classifications what was found
 * @param policyApplied the policy that decided; null for the built-in rule
 * @param policyAction what was done
 * @param riskScore 0 to 1
 * @param timestamp when it was admitted, to the microsecond
 * @param hostname of the platform, never a full address; null where not known
 * @param clientVersion null where not known
 * @param browser null where none
 * @param tokensIn null where the provider did not say
 * @param tokensOut null where the provider did not say
 * @param cost an estimate in US dollars, and while it is under way what is reserved for it; null
 *     where no price is known
 * @param durationMs from admission to the end; null until it has ended
 * @param status {@code started}, or how it ended
 * @param aside what else there is to say of the policies
 */
public record Interaction(
        UUID id,
        UUID tenantId,
        @Nullable UUID userId,
        @Nullable UUID apiKeyId,
        String channel,
        String platformId,
        String model,
        String promptHash,
        @Nullable String responseHash,
        int contentLength,
        List<Classified> classifications,
        @Nullable String policyApplied,
        String policyAction,
        double riskScore,
        Instant timestamp,
        @Nullable String hostname,
        @Nullable String clientVersion,
        @Nullable String browser,
        @Nullable Integer tokensIn,
        @Nullable Integer tokensOut,
        @Nullable BigDecimal cost,
        @Nullable Integer durationMs,
        String status,
        @JsonUnwrapped Aside aside) {

    /**
     * How often one kind of personal data was found.
     *
     * @param type the finding type's id
     * @param confidence the highest of all, 0 to 1
     * @param tier 1 to 3
     * @param count at least 1
     * @param in {@code prompt} or {@code answer}
     * @param policy the one that acted on it in the answer; left out where none did
     * @param action what that policy did with it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Classified(
            String type,
            double confidence,
            int tier,
            int count,
            String in,
            @Nullable String policy,
            @Nullable String action) {

        /** One that no policy acted on by itself. */
        public Classified(String type, double confidence, int tier, int count, String in) {
            this(type, confidence, tier, count, in, null, null);
        }
    }

    public Interaction {
        classifications = List.copyOf(classifications);
    }

    /** Its place in a list, newest first. */
    Cursor cursor() {
        return new Cursor(timestamp, id);
    }

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "Interaction " + id;
    }
}
