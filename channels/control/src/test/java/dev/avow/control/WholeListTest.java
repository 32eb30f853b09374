package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Cursor;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WholeListTest {

    private static Page<String> page(List<String> all, int limit, @Nullable String cursor) {
        PageRequest wanted = new PageRequest(limit, cursor == null ? null : Cursor.parse(cursor));
        return WholeList.page(all, wanted, Function.identity());
    }

    @Test
    void list_ofAnyLength_isShownOnceAndInOrder() {
        for (int length : new int[] {0, 1, 2, 3, 7, 50}) {
            List<String> all = IntStream.range(0, length).mapToObj(String::valueOf).toList();
            for (int limit : new int[] {1, 2, 3, 50}) {
                List<String> shown = new ArrayList<>();
                String cursor = null;
                do {
                    Page<String> page = page(all, limit, cursor);
                    assertThat(page.items().size()).isLessThanOrEqualTo(limit);
                    shown.addAll(page.items());
                    cursor = page.nextCursor();
                } while (cursor != null);
                assertThat(shown).as("%d by %d", length, limit).isEqualTo(all);
            }
        }
    }

    @Test
    void list_thatGrewInFront_goesOnAfterTheLastThatWasShown() {
        String cursor = page(List.of("b", "c", "d"), 2, null).nextCursor();

        assertThat(page(List.of("a", "b", "c", "d"), 2, cursor).items()).containsExactly("d");
    }

    @Test
    void list_whoseLastShownIsGone_goesOnAtItsPlace() {
        String cursor = page(List.of("b", "c", "d", "e"), 2, null).nextCursor();

        assertThat(page(List.of("b", "d", "e"), 2, cursor).items()).containsExactly("d", "e");
        assertThat(page(List.of(), 2, cursor).items()).isEmpty();
    }
}
