package dev.avow.budgets;

import dev.avow.words.Cursor;
import dev.avow.words.PageRequest;
import java.util.List;
import java.util.function.Function;

/** Parts of lists that are short enough to be read whole. */
final class Pages {

    private Pages() {}

    /** What comes after the cursor in a list that is sorted newest first. */
    static <T> List<T> after(List<T> all, PageRequest wanted, Function<T, Cursor> cursorOf) {
        Cursor after = wanted.after();
        return after == null
                ? all
                : all.stream().filter(each -> isAfter(cursorOf.apply(each), after)).toList();
    }

    private static boolean isAfter(Cursor each, Cursor after) {
        int byTime = after.at().compareTo(each.at());
        return byTime > 0 || (byTime == 0 && unsigned(after, each) > 0);
    }

    /** As PostgreSQL sorts ids: by their bytes. */
    private static int unsigned(Cursor a, Cursor b) {
        int high =
                Long.compareUnsigned(
                        a.id().getMostSignificantBits(), b.id().getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        a.id().getLeastSignificantBits(), b.id().getLeastSignificantBits());
    }
}
