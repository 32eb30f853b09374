package dev.avow.mask;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request's own map from pseudonym, or synthetic value, to original. None of them is part of
 * another. It lives in memory for as long as the request; those of a batch's lines and of files
 * alone are kept, sealed, as long as those. Immutable; safe for any thread.
 */
public final class Keepsake {

    private static final Keepsake EMPTY = new Keepsake(Map.of());

    private final Map<String, String> originals;
    private final TreeSet<String> ordered;
    private final BitSet firsts = new BitSet(128);
    private final boolean alike;
    private final int longest;

    Keepsake(Map<String, String> originals) {
        this.originals = new HashMap<>(originals);
        this.ordered = new TreeSet<>(originals.keySet());
        originals.keySet().forEach(each -> firsts.set(each.charAt(0)));
        this.alike = firsts.cardinality() == 1;
        this.longest = ordered.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Nothing was replaced. */
    public static Keepsake empty() {
        return EMPTY;
    }

    public boolean isEmpty() {
        return originals.isEmpty();
    }

    /** How many pseudonyms there are. */
    public int size() {
        return originals.size();
    }

    /** The longest pseudonym's length, in UTF-16 code units; 0 where there is none. */
    public int longestPseudonym() {
        return longest;
    }

    /** Whether some pseudonym starts with, and is longer than, this. */
    public boolean isProperPrefix(String start) {
        String next = ordered.higher(start);
        return next != null && next.startsWith(start);
    }

    /** The next place from there at which a pseudonym could begin; -1 for none. */
    public int nextStart(String text, int from) {
        if (alike) {
            return text.indexOf(firsts.nextSetBit(0), from);
        }
        for (int at = from; at < text.length(); at++) {
            if (firsts.get(text.charAt(at))) {
                return at;
            }
        }
        return -1;
    }

    /** The pseudonym that a text begins with; empty for none. */
    public Optional<String> leading(String text) {
        // Whatever lies between a text and its own beginning in this order has that beginning too,
        // and no pseudonym begins with another.
        String before = ordered.floor(text);
        return before != null && text.startsWith(before) ? Optional.of(before) : Optional.empty();
    }

    /** Whether this very text was given out. */
    public boolean gaveOut(String text) {
        return originals.containsKey(text);
    }

    /** The original that a pseudonym stands for; empty where it is none of this request's. */
    public Optional<String> unmaskedOriginal(String pseudonym, UnmaskAccess access) {
        Objects.requireNonNull(access);
        return Optional.ofNullable(originals.get(pseudonym));
    }

    /** All originals by what stands for them, for keeping them sealed until a batch has ended. */
    public Map<String, String> unmaskedOriginals(UnmaskAccess access) {
        Objects.requireNonNull(access);
        return Map.copyOf(originals);
    }

    /** What {@link #unmaskedOriginals} told. */
    public static Keepsake of(Map<String, String> unmaskedOriginals, UnmaskAccess access) {
        Objects.requireNonNull(access);
        return unmaskedOriginals.isEmpty() ? EMPTY : new Keepsake(unmaskedOriginals);
    }

    /** A provider's id of a file, for which its owner knows another. */
    public static Keepsake ofFile(String remoteId, String id) {
        return new Keepsake(Map.of(remoteId, id));
    }

    /**
     * All of both. Where one text stands for two originals, or begins another, nobody could tell
     * which is meant, so it stays as it is.
     */
    public Keepsake and(Keepsake other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        Map<String, String> both = new HashMap<>(originals);
        Set<String> unclear = new HashSet<>();
        other.originals.forEach((standIn, original) -> {
            String before = both.putIfAbsent(standIn, original);
            if (before != null && !before.equals(original)) {
                unclear.add(standIn);
            }
        });
        both.keySet().removeAll(unclear);
        TreeSet<String> all = new TreeSet<>(both.keySet());
        both.keySet()
                .removeIf(each -> {
                    String next = all.higher(each);
                    return next != null && next.startsWith(each);
                });
        return new Keepsake(both);
    }

    /** Prints the number of pseudonyms and nothing of them. */
    @Override
    public String toString() {
        return "Keepsake of " + originals.size();
    }
}
