package dev.avow.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Ids;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** B7: time windows, samples and expressions, and policies that only look on. */
final class RarelyTest {

    /** 2026-03-06 is a Friday; Paris is an hour ahead of UTC in winter. */
    @ParameterizedTest
    @CsvSource({
        "08:00, 18:00, 2026-03-06T06:59:00Z, false",
        "08:00, 18:00, 2026-03-06T07:00:00Z, true",
        "08:00, 18:00, 2026-03-06T16:59:59Z, true",
        "08:00, 18:00, 2026-03-06T17:00:00Z, false",
        "08:00, 18:00, 2026-03-07T10:00:00Z, false",
        "22:00, 06:00, 2026-03-06T21:00:00Z, true",
        "22:00, 06:00, 2026-03-07T04:59:00Z, true",
        "22:00, 06:00, 2026-03-07T05:00:00Z, false",
        "22:00, 06:00, 2026-03-06T04:00:00Z, false",
        "00:00, 00:00, 2026-03-05T23:00:00Z, true",
        "00:00, 00:00, 2026-03-06T23:00:00Z, false"
    })
    void time_onFridaysInParis_holdsBetween(
            LocalTime from, LocalTime until, Instant at, boolean holds) {
        TimeWindow window =
                new TimeWindow(Set.of(DayOfWeek.FRIDAY), from, until, ZoneId.of("Europe/Paris"));

        assertThat(window.holds(at)).isEqualTo(holds);
    }

    @Test
    void share_manyIds_isKeptAndLiesWithinALargerOne() {
        Rarely quarter = new Rarely(null, 0.25, null);
        Rarely half = new Rarely(null, 0.5, null);
        int held = 0;
        for (int i = 0; i < 20_000; i++) {
            Facts facts = facts(Ids.next());
            boolean holds = quarter.hold(facts);
            assertThat(quarter.hold(facts)).isEqualTo(holds);
            assertThat(!holds || half.hold(facts)).isTrue();
            held += holds ? 1 : 0;
        }
        assertThat(held).isBetween(4_700, 5_300);
    }

    @Test
    void shadow_standsBeforeTheOneThatActs_isNotedAndDoesNothing() {
        PolicySet policies =
                PolicySet.of(
                        List.of(
                                policy("watch", 1, Policy.Action.BLOCK, true, null),
                                policy("broken", 2, Policy.Action.BLOCK, true, new Broken()),
                                policy("acts", 3, Policy.Action.LOG, false, null),
                                policy("after", 4, Policy.Action.COACH, true, null)));
        Facts facts = facts(Ids.next());

        assertThat(Matching.of(policies, facts))
                .isInstanceOfSatisfying(
                        Matching.One.class,
                        one -> assertThat(one.policy().name()).isEqualTo("acts"));
        assertThat(Matching.shadows(policies, facts))
                .containsExactly(new Shadow("watch", "Block"), new Shadow("broken", "Error"));
    }

    /** What comes after a policy that cannot be told cannot be told either: fail closed. */
    @Test
    void expression_failing_isUnclear() {
        PolicySet policies =
                PolicySet.of(
                        List.of(
                                policy("broken", 1, Policy.Action.LOG, false, new Broken()),
                                policy("log", 2, Policy.Action.LOG, false, null)));

        assertThat(Matching.of(policies, facts(Ids.next())))
                .isEqualTo(new Matching.Unclear("broken"));
    }

    private record Broken() implements Expression {
        @Override
        public String source() {
            return "?";
        }

        @Override
        public boolean holds(Facts facts) {
            throw new Failed();
        }
    }

    // NullAway does not see the annotation of a nested type in a class file.
    @SuppressWarnings("NullAway")
    private static Policy policy(
            String name,
            int priority,
            Policy.Action action,
            boolean shadow,
            @Nullable Expression expression) {
        Policy.Conditions conditions =
                new Policy.Conditions(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        new Rarely(null, null, expression));
        return new Policy(
                Ids.next(),
                name,
                true,
                priority,
                conditions,
                action,
                null,
                new Manner(MaskRules.PSEUDONYMS, shadow, 0));
    }

    private static Facts facts(UUID interaction) {
        return new Facts("p", "m", List.of(), Set.of(), new Risk(0), Instant.EPOCH, interaction);
    }
}
