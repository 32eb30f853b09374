package dev.avow.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.custom.Definition;
import dev.avow.custom.DefinitionJson;
import dev.avow.custom.DefinitionLimits;
import dev.avow.custom.DefinitionRules;
import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Scan;
import dev.avow.prove.Actor;
import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Cursor;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recognizers and lists of a tenant, each change with its audit entry (T2), and their effect. */
final class DefinitionStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    private static final Detector NOTHING = (_, _) -> Scan.clean();

    private final TestDatabase database = TestDatabase.fresh();
    private final NotedAudit audit = new NotedAudit();
    private final DefinitionRules rules =
            new DefinitionRules(Map.of("email", 1), new DefinitionLimits(2, 2, 3, 100, 5));
    private final TenantDetectors detectors =
            new TenantDetectors(database.tenancy(), database.keyring(), NOTHING, rules);
    private final DefinitionStore store =
            new DefinitionStore(
                    database.tenancy(),
                    database.keyring(),
                    audit,
                    detectors,
                    rules,
                    InstantSource.fixed(NOW));
    private final Actor actor = Actor.operator(TenantId.DEFAULT);

    @AfterEach
    void close() {
        database.close();
    }

    private static Definition recognizer(String name, String words) {
        return DefinitionJson.read(
                "{\"name\":\"" + name + "\",\"words\":[\"" + words + "\"]}", false);
    }

    private static Definition denied(String name, String value) {
        return DefinitionJson.read(
                "{\"name\":\""
                        + name
                        + "\",\"kind\":\"deny\",\"type\":\"email\",\"values\":[\""
                        + value
                        + "\"]}",
                true);
    }

    private int found(TenantId tenant, String text) {
        return detectors.of(tenant).scan(text, new Budget(1_000, 1_000_000_000)).findings().size();
    }

    @Test
    void create_aRecognizer_isFoundAsItWasAndCountsAtOnce() {
        assertThat(detectors.of(TenantId.DEFAULT)).isSameAs(NOTHING);
        assertThat(detectors.recall(TenantId.DEFAULT)).contains(NOTHING);

        StoredDefinition made = store.create(actor, recognizer("bird", "Blaumeise"));

        assertThat(store.find(TenantId.DEFAULT, DefinitionKind.RECOGNIZER, made.id()))
                .contains(made);
        assertThat(store.find(TenantId.DEFAULT, DefinitionKind.LIST, made.id())).isEmpty();
        assertThat(found(TenantId.DEFAULT, "eine Blaumeise")).isEqualTo(1);
        // It is in memory, and yet nothing for an event loop.
        assertThat(detectors.recall(TenantId.DEFAULT)).isEmpty();
        assertThat(detectors.types(TenantId.DEFAULT)).containsExactlyInAnyOrder("bird", "email");
    }

    @Test
    void replaceAndDelete_aList_haveTheirEffectAtOnce() {
        StoredDefinition made = store.create(actor, denied("birds", "Zaunkönig"));
        assertThat(found(TenantId.DEFAULT, "Zaunkönig Kleiber")).isEqualTo(1);

        StoredDefinition changed = store.replace(actor, made.id(), denied("birds", "x-ray"));
        assertThat(changed.createdAt()).isEqualTo(made.createdAt());
        assertThat(found(TenantId.DEFAULT, "Zaunkönig Kleiber")).isZero();

        store.delete(actor, DefinitionKind.LIST, made.id());
        assertThat(detectors.of(TenantId.DEFAULT)).isSameAs(NOTHING);
        assertThatThrownBy(() -> store.delete(actor, DefinitionKind.LIST, made.id()))
                .isInstanceOf(FaultException.class);
    }

    @Test
    void change_each_standsInTheAuditLogWithoutValues() {
        StoredDefinition made = store.create(actor, denied("birds", "Zaunkönig"));
        store.replace(actor, made.id(), denied("birds", "Kleiber"));
        store.delete(actor, DefinitionKind.LIST, made.id());

        assertThat(audit.entries)
                .extracting(each -> each.action())
                .containsExactly(
                        "detection_list_created",
                        "detection_list_changed",
                        "detection_list_deleted");
        assertThat(audit.entries.get(1).before()).containsEntry("value_count", 1);
        assertThat(audit.entries.toString() + audit.entries.get(1).after())
                .doesNotContain("Zaunkönig", "Kleiber");
    }

    @Test
    void create_auditRefused_changesNothing() {
        audit.failing = true;

        assertThatThrownBy(() -> store.create(actor, recognizer("bird", "Blaumeise")))
                .isInstanceOf(RuntimeException.class);
        assertThat(store.all(TenantId.DEFAULT, DefinitionKind.RECOGNIZER)).isEmpty();
    }

    @Test
    void create_nameTaken_isAConflictOfItsKindAlone() {
        store.create(actor, recognizer("bird", "Blaumeise"));
        store.create(actor, denied("bird", "Kleiber"));

        assertThat(
                        catchThrowableOfType(
                                        FaultException.class,
                                        () -> store.create(actor, recognizer("bird", "Kleiber")))
                                .fault()
                                .code())
                .isEqualTo(FaultCode.CONFLICT);
    }

    @Test
    void create_moreThanTheLimit_isRefused() {
        store.create(actor, recognizer("one", "x"));
        store.create(actor, recognizer("two", "x"));

        assertThat(
                        catchThrowableOfType(
                                        FaultException.class,
                                        () -> store.create(actor, recognizer("three", "x")))
                                .fault()
                                .message())
                .contains("AVOW_DETECTION_MAX_RECOGNIZERS");
    }

    @Test
    void definitions_ofAnotherTenant_areNotSeenAndHaveNoEffect() {
        TenantId other = database.newTenant("other");
        StoredDefinition made = store.create(actor, recognizer("bird", "Blaumeise"));

        assertThat(store.find(other, DefinitionKind.RECOGNIZER, made.id())).isEmpty();
        assertThat(detectors.of(other)).isSameAs(NOTHING);
        assertThat(detectors.types(other)).containsExactly("email");
    }

    @Test
    void page_aList_isInPartsTheOldestFirst() {
        StoredDefinition one = store.create(actor, recognizer("one", "x"));
        StoredDefinition two = store.create(actor, recognizer("two", "x"));

        Page<StoredDefinition> first =
                store.page(TenantId.DEFAULT, DefinitionKind.RECOGNIZER, new PageRequest(1, null));
        Page<StoredDefinition> rest =
                store.page(
                        TenantId.DEFAULT,
                        DefinitionKind.RECOGNIZER,
                        new PageRequest(1, Cursor.parse(String.valueOf(first.nextCursor()))));

        assertThat(first.items()).containsExactly(one);
        assertThat(rest.items()).containsExactly(two);
        assertThat(rest.nextCursor()).isNull();
    }

    @Test
    void row_inTheDatabase_holdsNoWord() throws SQLException {
        store.create(actor, recognizer("bird", "Blaumeise"));

        try (var connection = database.openAsOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM detection_definitions")) {
            assertThat(rows.next()).isTrue();
            String row =
                    new String(rows.getBytes("definition_sealed"), StandardCharsets.ISO_8859_1);
            assertThat(row + rows.getString("kind")).doesNotContain("Blaumeise", "bird");
        }
    }

    /** Fails closed: what cannot be opened is not passed over. */
    @Test
    void detector_definitionAltered_looksAtNothing() throws SQLException {
        store.create(actor, recognizer("bird", "Blaumeise"));
        try (var connection = database.openAsOwner();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE detection_definitions SET definition_sealed = 'x'");
        }
        detectors.forget();

        Scan scan = detectors.of(TenantId.DEFAULT).scan("hello", new Budget(10, 1_000_000));

        assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Coverage.Why.UNAVAILABLE));
    }

    /** Fails closed: the built-in detector does not stand in. */
    @Test
    void detector_databaseGone_failsAndRemembersNothing() {
        database.tenancy().close();

        assertThatThrownBy(() -> detectors.of(TenantId.DEFAULT))
                .isInstanceOf(DatabaseUnavailable.class);
        assertThat(detectors.recall(TenantId.DEFAULT)).isEmpty();
    }
}
