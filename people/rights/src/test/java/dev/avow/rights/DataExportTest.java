package dev.avow.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.prove.AuditEntry;
import dev.avow.retain.Archives;
import dev.avow.words.Ids;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** P1 and P2: all of a person's data in one call, in three formats, and nobody else's. */
final class DataExportTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final People people = new People();
    private Optional<Archives> archives = Optional.empty();

    @BeforeEach
    void history() {
        people.uses(people.anna, 2_001);
        people.uses(people.ben, 3);
        people.audit.append(
                people.as(people.anna, "anna@example.org"),
                AuditEntry.viewed("interactions_viewed", "interaction", null));
        people.audit.append(
                people.as(people.ben, "ben@example.org"),
                new AuditEntry(
                        "user_updated",
                        "user",
                        people.anna.toString(),
                        null,
                        Map.of("first_name", "=HYPERLINK(\"x\"), Anna")));
        people.audit.append(
                people.as(people.anna, "anna@example.org"),
                new AuditEntry(
                        "user_created",
                        "user",
                        people.ben.toString(),
                        null,
                        Map.of("email", "ben@example.org")));
    }

    @AfterEach
    void close() {
        people.close();
    }

    private String export(UUID who, ExportFormat format) {
        StringBuilder all = new StringBuilder();
        new DataExport(
                        people.database.tenancy(),
                        people.users,
                        people.database.keyring(),
                        people.reader,
                        () -> {},
                        archives,
                        people.clock)
                .write(People.TENANT, who, format, part -> all.append(new String(part, UTF_8)));
        return all.toString();
    }

    @Test
    void write_json_hasEverything() {
        JsonNode copy = JSON.readTree(export(people.anna, ExportFormat.JSON));

        assertThat(copy.path("format").asString()).isEqualTo(DataExport.FORMAT);
        assertThat(copy.path("account").get(0).path("email").asString())
                .isEqualTo("anna@example.org");
        assertThat(copy.path("api_keys")).hasSize(1);
        assertThat(copy.path("interactions")).hasSize(2_001);
        assertThat(copy.path("interactions").get(0).path("timestamp").asString()).endsWith("Z");
        assertThat(copy.path("sessions")).isEmpty();
        assertThat(copy.path("audit_logs").size()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void write_afterInteractionsMovedToTheArchive_hasThemAllTheSame(@TempDir Path folder) {
        archives = Optional.of(people.archive(folder));
        assertThat(people.readable(people.anna)).isBetween(1L, 800L);

        JsonNode copy = JSON.readTree(export(people.anna, ExportFormat.JSON));

        assertThat(copy.path("interactions")).hasSize(2_001);
        assertThat(ExportWriter.COLUMNS)
                .containsAll(copy.path("interactions").get(2_000).propertyNames());
    }

    @Test
    void write_usesThatArePastTheirTime_areLeftOut() {
        people.sql(
                "INSERT INTO retention_limits SELECT tenant_id, '"
                        + people.now.minus(Duration.ofHours(5))
                        + "' FROM tenants");

        JsonNode copy = JSON.readTree(export(people.anna, ExportFormat.JSON));

        assertThat(copy.path("interactions")).hasSize(5);
    }

    @Test
    void write_ndjson_isOneRecordALine() {
        String[] lines = export(people.anna, ExportFormat.NDJSON).split("\n", -1);

        assertThat(lines[lines.length - 1]).isEmpty();
        for (int i = 1; i < lines.length - 1; i++) {
            assertThat(JSON.readTree(lines[i]).path("type").asString()).isNotEmpty();
        }
        assertThat(lines)
                .filteredOn(line -> line.contains("\"type\":\"interactions\""))
                .hasSize(2_001);
    }

    @Test
    void write_csv_isOneTableWithItsHeader() {
        String[] lines = export(people.anna, ExportFormat.CSV).split("\r\n", -1);

        assertThat(lines[0]).startsWith("type,id,timestamp,email");
        assertThat(lines).filteredOn(line -> line.startsWith("interactions,")).hasSize(2_001);
        assertThat(lines).filteredOn(line -> line.startsWith("account,")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void write_anyFormat_tellsNothingOfOtherPeople(ExportFormat format) {
        assertThat(export(people.anna, format))
                .contains("anna@example.org", "HYPERLINK")
                .doesNotContain("ben@example.org", people.ben.toString());
    }

    @Test
    void write_everyMember_hasAColumn() {
        JsonNode copy = JSON.readTree(export(people.anna, ExportFormat.JSON));

        for (String store :
                new String[] {"account", "sessions", "api_keys", "interactions", "audit_logs"}) {
            for (JsonNode row : copy.path(store)) {
                assertThat(ExportWriter.COLUMNS).containsAll(row.propertyNames());
            }
        }
    }

    @Test
    void write_nobody_isNotFound() {
        assertThatThrownBy(() -> export(Ids.next(), ExportFormat.JSON))
                .hasMessageContaining("no such account");
    }
}
