package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** R1, R3: the retention table, a test for each cell, and what settings change of it. */
class PresetsTest {

    /** As promise R1 has it; a column for each profile, in its order. */
    private static final String TABLE =
            """
            interactions | 90 days, until you decide | 365 days | 90 days | with the account | 90 days
            conversation_text | 90 days, until you decide | 90 days | 30 days | 60 days after it was last active, unless pinned | never stored
            raw_audio | – | – | never stored | – | –
            account | closure + 30 days | closure + 30 days | – | closure | closure
            tenant_environment | termination + 30 days | closure + 30 days | – | – | –
            billing_records | 2555 days | 2555 days | – | – | –
            support_communication | resolution + 1095 days | – | – | – | –
            usage_analytics | 730 days | 365 days | – | – | –
            server_logs | 90 days | – | 90 days | – | opt-in only
            audit_log | – | – | 90 days | – | 365 days
            backups | – | – | – | – | 30 days
            """;

    private static final List<Profile> COLUMNS =
            List.of(
                    Profile.ISOLATED_AGENT,
                    Profile.BOT_BUILDER,
                    Profile.CONTACT_CENTRE,
                    Profile.ASSISTANT,
                    Profile.GOVERNANCE);

    @TestFactory
    Stream<DynamicTest> r1_everyCell_isAsThePageSays() {
        return TABLE.lines()
                .map(line -> line.split("\\|", -1))
                .flatMap(cells ->
                        COLUMNS.stream()
                                .map(profile ->
                                        DynamicTest.dynamicTest(
                                                "R1 " + cells[0].strip() + ", " + profile.id(),
                                                () ->
                                                        check(
                                                                kept(cells[0].strip()),
                                                                profile,
                                                                cells[COLUMNS.indexOf(profile) + 1]
                                                                        .strip()))));
    }

    private static Kept kept(String id) {
        return Stream.of(Kept.values())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void check(Kept kept, Profile profile, String wanted) {
        assertThat(Schedule.of(profile).term(kept).text())
                .isEqualTo(wanted.equals("–") ? "not part of this profile" : wanted);
    }

    @Test
    void r1_table_hasARowForEachClass() {
        assertThat(TABLE.lines()).hasSize(Kept.values().length);
    }

    @Test
    void r3_settings_winOverEveryProfile() {
        for (Profile profile : Profile.values()) {
            Schedule schedule =
                    new Schedule(profile, Map.of(Kept.INTERACTIONS, 365), Optional.empty());

            assertThat(schedule.term(Kept.INTERACTIONS)).isEqualTo(new Term.Days(365));
            assertThat(schedule.isSet(Kept.INTERACTIONS)).isTrue();
            assertThat(schedule.isSet(Kept.AUDIT_LOG)).isFalse();
            assertThat(schedule.term(Kept.AUDIT_LOG))
                    .isEqualTo(Presets.of(profile, Kept.AUDIT_LOG));
        }
    }

    @Test
    void oldest_byAge_isSoLongAgoAndElseNothing() {
        Instant now = Instant.parse("2026-03-31T12:00:00Z");

        assertThat(Schedule.of(Profile.GOVERNANCE).oldest(Kept.INTERACTIONS, now))
                .contains(now.minus(Duration.ofDays(90)));
        assertThat(Schedule.of(Profile.ASSISTANT).oldest(Kept.INTERACTIONS, now)).isEmpty();
    }
}
