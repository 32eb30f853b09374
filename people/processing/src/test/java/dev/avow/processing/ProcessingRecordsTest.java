package dev.avow.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.processing.ProcessingRecord.Activity;
import dev.avow.processing.ProcessingRecord.Recipient;
import dev.avow.record.EgressLog;
import dev.avow.retain.Kept;
import dev.avow.retain.Profile;
import dev.avow.retain.Schedule;
import dev.avow.tenancy.TableCatalogue;
import dev.avow.testing.TestDatabase;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** GDPR Art. 30: the record holds every table, what is in force, and says what it does not know. */
final class ProcessingRecordsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final TenantId TENANT = TenantId.DEFAULT;

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    private ProcessingRecord record(Controller controller) {
        return record(controller, Map.of(Kept.INTERACTIONS, 12));
    }

    private ProcessingRecord record(Controller controller, Map<Kept, Integer> days) {
        return new ProcessingRecords(
                        database.tenancy(),
                        new EgressLog(database.tenancy(), () -> {}),
                        new Schedule(Profile.GOVERNANCE, days, Optional.empty()),
                        controller,
                        "EU",
                        List.of("Backups are sealed"),
                        () -> NOW)
                .of(TENANT);
    }

    private static Controller nobody() {
        return new Controller(null, null, null, null);
    }

    private void received(String host, String region, String agreement) {
        int _ =
                database.tenancy()
                        .within(
                                TENANT,
                                handle ->
                                        handle.createUpdate(
                                                        """
                                                        INSERT INTO egress_hosts (tenant_id, host, provider,
                                                            purpose, region, agreement, first_seen,
                                                            last_seen, uses)
                                                        VALUES (avow_tenant(), :host, 'p', 'model',
                                                            nullif(:region, ''),
                                                            nullif(:agreement, ''), now(), now(), 1)
                                                        """)
                                                .bind("host", host)
                                                .bind("region", region)
                                                .bind("agreement", agreement)
                                                .execute());
    }

    @Test
    void activities_all_holdEveryTableOfTheSchema() {
        List<String> tables =
                database.tenancy().within(TENANT, TableCatalogue::of).stream()
                        .map(TableCatalogue.Table::name)
                        .toList();

        List<Activity> activities = record(nobody()).activities();

        assertThat(tables).contains("users", "interactions", "audit_logs");
        assertThat(
                        activities.stream()
                                .flatMap(each -> each.tables().stream())
                                .map(ProcessingRecord.Table::name))
                .containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void activities_interactions_areKeptAsItIsInForce() {
        ProcessingRecord record = record(nobody());

        assertThat(record.activities().getFirst().kept()).isEqualTo("12 days");
        assertThat(record.retention().getFirst())
                .isEqualTo(new ProcessingRecord.Limit("interactions", "12 days", "setting"));
        assertThat(record.measures()).contains("Backups are sealed");
    }

    /** R1: the days in force, and not those of the schema's comment. */
    @Test
    void activities_batches_areKeptAsItIsInForce() {
        assertThat(batches(Map.of(Kept.CONVERSATION_TEXT, 7))).isEqualTo("7 days");
        assertThat(batches(Map.of())).startsWith("what was masked is never stored");
    }

    private String batches(Map<Kept, Integer> days) {
        return record(nobody(), days).activities().stream()
                .filter(each -> each.dataClass().equals("conversation"))
                .findFirst()
                .orElseThrow()
                .kept();
    }

    @Test
    void missing_whatNobodySaid_isNamedWithTheRemedy() {
        received("api.example.com", "", "");

        assertThat(record(nobody()).missing())
                .contains(
                        "the controller's name; set AVOW_CONTROLLER_NAME",
                        "the region of api.example.com; set it at its provider",
                        "the agreement with api.example.com; set it at its provider");
        assertThat(record(new Controller("Distel GmbH", "a@example.org", null, null)).missing())
                .noneMatch(each -> each.contains("AVOW_CONTROLLER"));
    }

    @Test
    void recipients_eachRegion_tellWhetherTheyAreOutside() {
        received("eu.example.com", "EU", "DPA 7");
        received("us.example.com", "US", "SCC");
        received("here.example.com", "LOCAL", "");
        received("dark.example.com", "", "");

        assertThat(record(nobody()).recipients())
                .extracting(Recipient::host, Recipient::outsideRegion)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("eu.example.com", false),
                        org.assertj.core.groups.Tuple.tuple("us.example.com", true),
                        org.assertj.core.groups.Tuple.tuple("here.example.com", false),
                        org.assertj.core.groups.Tuple.tuple("dark.example.com", null));
        assertThat(record(nobody()).missing()).noneMatch(each -> each.contains("here.example"));
    }

    @Test
    void page_valuesWithMarkup_cannotBreakItsForm() {
        received("api.example.com", "US", "DPA | <b>bold</b>\n## not a title");

        String page =
                ProcessingRecordPage.of(
                        record(new Controller("Distel | Klee", "a@example.org", null, null)));

        assertThat(page)
                .contains("Distel \\| Klee", "DPA \\| \\<b\\>bold", "*not stated*", "Art. 30")
                .doesNotContain("\n## not");
    }
}
