package dev.avow.control;

import dev.avow.words.Cursor;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Cuts a list that is read whole into pages. Its cursor holds the item that was shown last and how
 * many were shown, so that the next page begins after that item also where others came before it
 * meanwhile, and at its place where it is gone.
 */
final class WholeList {

    private WholeList() {}

    /**
     * The part that is wanted.
     *
     * @param keyOf what no two items of the list share, and what an item keeps
     */
    static <T> Page<T> page(List<T> all, PageRequest wanted, Function<T, String> keyOf) {
        int from = from(all, wanted, keyOf);
        List<T> rest = all.subList(from, Math.min(all.size(), from + wanted.rowsToRead()));
        return wanted.pageOf(rest, last -> cursor(from + wanted.limit(), id(keyOf.apply(last))));
    }

    private static <T> int from(List<T> all, PageRequest wanted, Function<T, String> keyOf) {
        Cursor after = wanted.after();
        if (after == null) {
            return 0;
        }
        for (int at = 0; at < all.size(); at++) {
            if (id(keyOf.apply(all.get(at))).equals(after.id())) {
                return at + 1;
            }
        }
        long shown = ChronoUnit.MICROS.between(Instant.EPOCH, after.at());
        return (int) Math.min(all.size(), Math.max(0, shown - 1));
    }

    private static Cursor cursor(int shown, UUID last) {
        return new Cursor(Instant.EPOCH.plus(shown, ChronoUnit.MICROS), last);
    }

    private static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
