package dev.avow.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    private static final Cursor PLACE =
            new Cursor(
                    Instant.parse("2026-02-03T04:05:06.123456Z"),
                    UUID.fromString("00000000-0000-7000-8000-00000000002a"));

    @Test
    void parse_whatTextMade_isTheSamePlace() {
        assertThat(PLACE.text()).hasSize(32).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.parse(PLACE.text())).isEqualTo(PLACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "not a cursor",
                "AAAA",
                "_________________________________________",
                "f_______________________________"
            })
    void parse_anythingElse_isRefusedByName(String text) {
        assertThatThrownBy(() -> Cursor.parse(text))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused -> assertThat(refused.fault().field()).contains("cursor"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201, Integer.MAX_VALUE})
    void limit_outOfRange_isRefusedByName(int limit) {
        assertThatThrownBy(() -> new PageRequest(limit, null))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused -> assertThat(refused.fault().field()).contains("limit"));
    }

    @Test
    void pageOf_asManyRowsAsTheLimit_isTheLastPage() {
        Page<Integer> page = new PageRequest(2, null).pageOf(List.of(1, 2), _ -> PLACE);

        assertThat(page.items()).containsExactly(1, 2);
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void pageOf_oneRowMore_showsTheLimitAndPointsOn() {
        Page<Integer> page = new PageRequest(2, null).pageOf(List.of(1, 2, 3), _ -> PLACE);

        assertThat(page.items()).containsExactly(1, 2);
        assertThat(page.nextCursor()).isEqualTo(PLACE.text());
    }
}
