package dev.avow.accounts;

import dev.avow.admit.KeyLimits;
import dev.avow.words.Fault;
import dev.avow.words.FaultException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator set for an API key, checked.
 *
 * @param models see {@link KeyLimits#models}; at most 100, empty for every model
 * @param expiresAt null: never
 * @param tags for people to group keys by; at most 20
 * @param requestsPerMinute at least 1; null: no limit
 * @param tokensPerMinute at least 1; null: no limit
 */
public record KeyRules(
        List<String> models,
        @Nullable Instant expiresAt,
        List<String> tags,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer tokensPerMinute) {

    /** A key that may do what its scopes say, for ever. */
    public static final KeyRules NONE = new KeyRules(List.of(), null, List.of(), null, null);

    private static final int MOST_MODELS = 100;
    private static final int MOST_TAGS = 20;
    private static final Pattern MODEL =
            Pattern.compile("\\*|[A-Za-z0-9][A-Za-z0-9._:/+-]{0,199}\\*?");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/=-]{0,49}");

    /** The database's calendar ends somewhere behind it. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * Checks.
     *
     * @throws FaultException {@code invalid_value}, naming the field
     */
    public KeyRules {
        models = List.copyOf(models);
        tags = List.copyOf(tags);
        each(models, MOST_MODELS, MODEL, "models", "provider/model, provider/* or a model's name");
        each(tags, MOST_TAGS, TAG, "tags", "1 to 50 letters, digits and any of . _ : / = -");
        atLeastOne(requestsPerMinute, "requests_per_minute");
        atLeastOne(tokensPerMinute, "tokens_per_minute");
        if (expiresAt != null && !expiresAt.isBefore(LATEST)) {
            throw Fault.wrong(
                    "expires_at", "a key ends before the year 9999; leave it out for never");
        }
    }

    private static void each(
            List<String> values, int most, Pattern wanted, String field, String what) {
        if (values.size() > most) {
            throw Fault.wrong(field, field + " may have at most " + most + " entries");
        }
        for (int i = 0; i < values.size(); i++) {
            if (!wanted.matcher(values.get(i)).matches()) {
                throw Fault.wrong(field + "[" + i + "]", "each of " + field + " is " + what);
            }
        }
    }

    private static void atLeastOne(@Nullable Integer limit, String field) {
        if (limit != null && limit < 1) {
            throw Fault.wrong(field, field + " is at least 1; leave it out for no limit");
        }
    }

    /** As they are asked of every request. */
    KeyLimits limits() {
        return new KeyLimits(models, expiresAt, requestsPerMinute, tokensPerMinute);
    }

    /** For the audit log; what is not set is left out. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        if (!models.isEmpty()) {
            values.put("models", models);
        }
        if (expiresAt != null) {
            values.put("expires_at", expiresAt.toString());
        }
        if (!tags.isEmpty()) {
            values.put("tags", tags);
        }
        if (requestsPerMinute != null) {
            values.put("requests_per_minute", requestsPerMinute);
        }
        if (tokensPerMinute != null) {
            values.put("tokens_per_minute", tokensPerMinute);
        }
        return values;
    }
}
