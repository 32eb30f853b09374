package dev.avow.admit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an API key may do beyond its scopes.
 *
 * @param models what it may ask, each as {@code provider/model} or, for any provider, as {@code
 *     model}; one that ends in {@code *} stands for all that begin so. Empty: every model
 * @param expiresAt from then on it is refused; null: never
 * @param requestsPerMinute in any sixty seconds; null: as many as it likes
 * @param tokensPerMinute likewise, of prompts and answers
 */
public record KeyLimits(
        List<String> models,
        @Nullable Instant expiresAt,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer tokensPerMinute) {

    /** No limit at all. */
    public static final KeyLimits NONE = new KeyLimits(List.of(), null, null, null);

    public KeyLimits {
        models = List.copyOf(models);
    }

    /** Whether this model of this provider may be asked. */
    public boolean allows(String provider, String model) {
        if (models.isEmpty()) {
            return true;
        }
        String whole = provider + "/" + model;
        for (String each : models) {
            if (matches(each, each.indexOf('/') < 0 ? model : whole)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a route may be asked whatever its targets are: it stands here by its whole name. */
    public boolean allowsRoute(String alias) {
        return models.isEmpty() || models.contains(alias);
    }

    /** Whether the key is past its time. */
    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    private static boolean matches(String pattern, String name) {
        int last = pattern.length() - 1;
        return pattern.charAt(last) == '*'
                ? name.regionMatches(0, pattern, 0, last)
                : name.equals(pattern);
    }
}
