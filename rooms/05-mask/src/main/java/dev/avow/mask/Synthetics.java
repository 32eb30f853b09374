package dev.avow.mask;

import dev.avow.detector.api.FindingType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives out synthetic values for one request: in the order of first appearance, so that a
 * conversation which is sent again with one more message gives every value the same as before;
 * equal values of one type share one.
 *
 * <p>What comes back must be told apart, so a value is passed over that stands in the request, or
 * that is part of another one or has one in it. A type without a scheme, a scheme that is used up,
 * or the 501st value of a request gets no synthetic value; a pseudonym stands in. Not safe for more
 * than one thread.
 */
final class Synthetics {

    /** By finding type's id. */
    private static final Map<String, Synthetic> SCHEMES =
            Map.of(
                    "payment_card", new SyntheticCard(),
                    "iban", new SyntheticIban(),
                    "phone", new SyntheticPhone(),
                    "person", SyntheticName::person,
                    "email", SyntheticName::email,
                    "ipv4", SyntheticHost::ipv4,
                    "ipv6", SyntheticHost::ipv6);

    private static final int MOST = 500;
    private static final int TRIES = 200;

    /** Few texts hold a value's first characters; only those are searched for the whole. */
    private static final int STEM = 6;

    private final List<String> texts;
    private final boolean checksumHolds;
    private final Map<String, Integer> next = new HashMap<>();
    private final Set<String> usedUp = new HashSet<>();
    private final Map<String, Boolean> stems = new HashMap<>();
    private final Map<String, String> byOriginal = new HashMap<>();
    private final Map<String, String> originals = new HashMap<>();

    /**
     * @param texts all that the request holds
     */
    Synthetics(List<String> texts, boolean checksumHolds) {
        this.texts = new ArrayList<>(texts);
        this.checksumHolds = checksumHolds;
    }

    /** The value that stands for another; null where there is none. */
    @Nullable String of(FindingType type, String original) {
        Synthetic scheme = SCHEMES.get(type.id());
        if (scheme == null) {
            return null;
        }
        String key = type.id() + "\0" + original;
        String known = byOriginal.get(key);
        if (known != null
                || originals.size() >= MOST
                || usedUp.contains(type.id())
                || hasOtherDigits(original)) {
            return known;
        }
        int n = next.getOrDefault(type.id(), 0);
        for (int tried = 0; tried < TRIES; tried++, n++) {
            String made = scheme.like(original, n, checksumHolds);
            if (made == null) {
                next.put(type.id(), n);
                return null;
            }
            if (isFree(made)) {
                next.put(type.id(), n + 1);
                byOriginal.put(key, made);
                originals.put(made, original);
                return made;
            }
        }
        usedUp.add(type.id());
        return null;
    }

    /** Digits of other scripts would stay as they are. */
    private static boolean hasOtherDigits(String original) {
        return original.chars().anyMatch(c -> Character.isDigit(c) && !Layout.isDigit((char) c));
    }

    private boolean isFree(String made) {
        for (String other : originals.keySet()) {
            if (made.contains(other) || other.contains(made)) {
                return false;
            }
        }
        String stem = made.substring(0, Math.min(STEM, made.length()));
        boolean begun =
                stems.computeIfAbsent(
                        stem, _ -> texts.stream().anyMatch(each -> each.contains(stem)));
        return !begun || texts.stream().noneMatch(each -> each.contains(made));
    }

    /** What each stands for. */
    Map<String, String> originals() {
        return originals;
    }
}
