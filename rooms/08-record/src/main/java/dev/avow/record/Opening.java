package dev.avow.record;

import dev.avow.words.Charge;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a use of a model when its request is about to leave (promise B5). No text: a
 * type without a field for it cannot keep any (B6).
 *
 * @param at whole microseconds
 * @param promptHash a fingerprint under the tenant's key
 * @param contentLength of the prompt's text, in UTF-8 bytes
 * @param classificationsJson an array of {type, confidence, tier, count, in}
 * @param hostname of the platform, never a full address
 * @param reserved what was reserved for it, and what it counts for where its end is never known
 * @param aside what else there is to say of the policies
 */
public record Opening(
        TenantId tenant,
        UUID id,
        Instant at,
        @Nullable UUID userId,
        @Nullable UUID apiKeyId,
        String channel,
        String platformId,
        String model,
        String promptHash,
        int contentLength,
        String classificationsJson,
        @Nullable String policyApplied,
        String policyAction,
        double riskScore,
        @Nullable String hostname,
        @Nullable String clientVersion,
        @Nullable String browser,
        Charge reserved,
        Aside aside) {}
