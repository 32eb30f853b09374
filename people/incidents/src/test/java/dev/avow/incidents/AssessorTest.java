package dev.avow.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.prove.Actor;
import dev.avow.prove.NotedAudit;
import dev.avow.retain.Archives;
import dev.avow.retain.Expiry;
import dev.avow.retain.FolderObjects;
import dev.avow.retain.Profile;
import dev.avow.retain.RetentionRun;
import dev.avow.retain.Schedule;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Cursor;
import dev.avow.words.DataClass;
import dev.avow.words.Ids;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T5: whom an incident concerns is found by metadata, in the table and in the archive. */
class AssessorTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Instant FROM = Reports.AWARE.minus(Duration.ofDays(20));
    private static final Instant TO = Reports.AWARE;
    private static final Scope SPAN = Reports.span(FROM, TO);
    private static final Schedule SCHEDULE =
            new Schedule(Profile.GOVERNANCE, Map.of(), Optional.of(Duration.ofDays(30)));
    private static final String EMAILS = "[{\"type\":\"email\",\"count\":2,\"in\":\"prompt\"}]";

    @TempDir Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final Uses uses = new Uses(database);
    private final NotedAudit audit = new NotedAudit();
    private final Actor actor = Actor.operator(TENANT);
    private final UUID ada = uses.account(FROM);
    private final UUID ben = Ids.next();
    private final UUID bot = Ids.next();
    private Instant now = Reports.AWARE;
    private Archives archives;
    private Incidents incidents;

    @BeforeEach
    void open() {
        archives =
                new Archives(
                        database.tenancy(),
                        database.keyring(),
                        new FolderObjects(folder),
                        SCHEDULE,
                        () -> now,
                        100);
        incidents =
                new Incidents(
                        database.tenancy(),
                        database.keyring(),
                        audit,
                        new Assessor(
                                database.tenancy(),
                                SCHEDULE,
                                Optional.of(archives),
                                () -> {},
                                () -> now),
                        () -> now);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Assessment assess(Scope scope) {
        UUID id = incidents.open(actor, Reports.of(scope, BreachRisk.UNKNOWN)).id();
        incidents.assess(actor, id);
        return Objects.requireNonNull(incidents.find(TENANT, id).orElseThrow().assessment());
    }

    @Test
    void assess_span_countsPeopleAndKeysOnceUpToItsEnds() {
        uses.put(Uses.at(FROM).by(null, ada)); // the key acts as Ada
        uses.put(Uses.at(FROM.plusSeconds(1)).by(ada, null));
        uses.put(Uses.at(TO.minusNanos(1_000)).by(ben, null));
        uses.put(Uses.at(FROM.plusSeconds(2)).by(null, bot));
        uses.put(Uses.at(FROM.minusNanos(1_000)).by(Ids.next(), null));
        uses.put(Uses.at(TO).by(Ids.next(), null));

        Assessment seen = assess(SPAN);

        assertThat(seen.people()).isEqualTo(2);
        assertThat(seen.apiKeys()).isEqualTo(2);
        assertThat(seen.interactions()).isEqualTo(4);
        assertThat(seen.interactionsWithoutAccount()).isEqualTo(1);
        assertThat(seen.completeness().complete()).isTrue();
        assertThat(audit.entries.getLast().action()).isEqualTo("incident_assessed");
        assertThat(audit.entries.getLast().after()).containsEntry("people", 2L);
    }

    @Test
    void assess_recipients_areThoseThatReceivedAndNotThoseThatWereNamed() {
        String us = Uses.receiver("acme", "us.acme.example", "US");
        String eu = Uses.receiver("borea", "eu.borea.example", "EU");
        Uses.Use use = Uses.at(FROM).by(ada, null);
        // It failed at one provider, and another answered: both received it.
        uses.put(use.to("borea", "m", "[" + us + "," + eu + "]"));
        uses.put(use.to("borea", "m", "[" + eu + "]").by(ben, null));
        // Nobody noted it: another channel's, or an older version's.
        uses.put(use.to("acme", "m", null));
        uses.put(use.to("acme", "m", null).ended("Block", "completed"));
        uses.put(use.to("acme", "m", null).ended("Mask", "refused"));

        Assessment acme = assess(Reports.received(SPAN, List.of("acme"), List.of(), List.of()));
        assertThat(acme.interactions()).isEqualTo(2);
        assertThat(acme.people()).isEqualTo(1);
        assertThat(acme.recipients())
                .extracting(each -> each.host())
                .containsExactlyInAnyOrder("us.acme.example", "eu.borea.example", "acme.example");

        Assessment there = assess(Reports.received(SPAN, List.of(), List.of(), List.of("EU")));
        assertThat(there.interactions()).isEqualTo(2);
        assertThat(there.people()).isEqualTo(2);
        assertThat(there.regions())
                .containsExactly(
                        new Assessment.RegionCount("EU", 2), new Assessment.RegionCount("US", 1));
        // One and the same recipient must be of the provider and of the region.
        assertThat(
                        assess(Reports.received(SPAN, List.of("acme"), List.of(), List.of("EU")))
                                .interactions())
                .isZero();
        assertThat(
                        assess(
                                        Reports.received(
                                                SPAN,
                                                List.of(),
                                                List.of("acme.example"),
                                                List.of()))
                                .interactions())
                .isEqualTo(1);
        assertThat(assess(SPAN).interactions()).isEqualTo(5);
    }

    @Test
    void assess_findings_tellWhatLeftAsItWas() {
        String here = "[" + Uses.receiver("acme", "h", "EU") + "]";
        Uses.Use use = Uses.at(FROM).by(ada, null).to("acme", "m", here).found(EMAILS);
        uses.put(use.ended("Mask", "completed"));
        uses.put(use.ended("Log", "completed"));
        uses.put(use.ended("Allow", "cancelled"));
        uses.put(use.to("acme", "m", null).ended("Block", "blocked"));
        uses.put(
                use.found(
                                "[{\"type\":\"iban\",\"count\":1,\"in\":\"answer\"},"
                                        + "{\"type\":\"phone\",\"count\":3}]")
                        .ended("Log", "completed"));

        assertThat(assess(SPAN).findings())
                .containsExactly(
                        new Assessment.Finding("email", 4, 2, 2, 0),
                        new Assessment.Finding("iban", 0, 0, 0, 1),
                        new Assessment.Finding("phone", 3, 0, 0, 0));
    }

    @Test
    void assess_modelsRoutesAndKeys_narrowIt() {
        uses.route("fast", "borea", "small");
        uses.put(Uses.at(FROM).by(ada, null).to("acme", "large", null));
        uses.put(Uses.at(FROM).by(ben, null).to("borea", "small", null));
        uses.put(Uses.at(FROM).by(null, bot).to("borea", "large", null));

        assertThat(people(Reports.used(SPAN, List.of("large"), List.of(), List.of())))
                .containsExactly(ada);
        assertThat(people(Reports.used(SPAN, List.of(), List.of("fast"), List.of())))
                .containsExactly(ben);
        Assessment ofKey = assess(Reports.used(SPAN, List.of(), List.of(), List.of(bot)));
        assertThat(ofKey.interactionsWithoutAccount()).isEqualTo(1);
        assertThat(ofKey.people()).isZero();
    }

    private List<UUID> people(Scope scope) {
        UUID id = incidents.open(actor, Reports.of(scope, BreachRisk.UNKNOWN)).id();
        return incidents.people(actor, id, PageRequest.first()).items().stream()
                .map(AffectedPerson::id)
                .toList();
    }

    @Test
    void people_pageByPage_areAllOfThemOnceAndAudited() {
        uses.put(Uses.at(FROM).by(ada, null));
        uses.put(Uses.at(FROM).by(ben, null));
        uses.put(Uses.at(FROM.plusSeconds(1)).by(ben, null));
        UUID id = incidents.open(actor, Reports.of(SPAN, BreachRisk.UNKNOWN)).id();

        var first = incidents.people(actor, id, new PageRequest(1, null));
        var rest =
                incidents.people(
                        actor,
                        id,
                        new PageRequest(
                                1, Cursor.parse(Objects.requireNonNull(first.nextCursor()))));

        assertThat(Stream.concat(first.items().stream(), rest.items().stream()))
                .containsExactlyInAnyOrder(new AffectedPerson(ada, 1), new AffectedPerson(ben, 2));
        assertThat(rest.nextCursor()).isNull();
        assertThat(audit.entries.getLast().action()).isEqualTo("incident_people_viewed");
    }

    @Test
    void assess_dataClasses_countsTheirRecordsAndEveryAccount() {
        uses.put(Uses.at(FROM).by(ben, null));
        Assessment seen =
                assess(
                        Reports.span(
                                FROM,
                                TO,
                                DataClass.ACCOUNT,
                                DataClass.CREDENTIAL,
                                DataClass.PRIVACY_RECORD,
                                DataClass.CONFIGURATION));
        assertThat(seen.interactions()).isZero();
        assertThat(seen.people()).isEqualTo(1);
        assertThat(seen.records())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                DataClass.ACCOUNT,
                                1L,
                                DataClass.CREDENTIAL,
                                1L,
                                DataClass.PRIVACY_RECORD,
                                0L));
    }

    @Test
    void assess_archivedAndExpired_areCountedAndSaidToBeMissing() throws IOException {
        uses.put(Uses.at(FROM).by(ada, null).found(EMAILS).ended("Log", "completed"));
        uses.put(Uses.at(FROM).by(ben, null).found(EMAILS).ended("Log", "completed"));
        Assessment before = assess(SPAN);
        now = FROM.plus(Duration.ofDays(31));
        retain();

        Assessment archived = assess(SPAN);
        assertThat(archived.completeness().fromArchive()).isEqualTo(2);
        assertThat(archived.completeness().complete()).isTrue();
        assertThat(archived.findings()).isEqualTo(before.findings());
        assertThat(archived.recipients()).isEqualTo(before.recipients());
        assertThat(people(SPAN)).containsExactlyInAnyOrder(ada, ben);

        database.keyring().subjects().destroy(TENANT, ben);
        Assessment erased = assess(SPAN);
        assertThat(erased.people()).isEqualTo(1);
        assertThat(erased.completeness().erased()).isEqualTo(1);
        assertThat(erased.completeness().complete()).isFalse();

        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        assertThat(assess(SPAN).completeness().archiveUnreadable()).isTrue();
        assertThat(assess(SPAN).completeness().complete()).isFalse();
    }

    private void retain() {
        new RetentionRun(
                        database.tenancy(),
                        new Expiry(database.tenancy(), SCHEDULE, () -> now, 100),
                        Optional.of(archives),
                        () -> now)
                .of(TENANT, () -> true);
    }

    @Test
    void assess_spanOlderThanRetention_isNotComplete() {
        Scope old = Reports.span(now.minus(Duration.ofDays(90)), TO);
        assertThat(assess(old).completeness().keptSince()).isNull();
        Scope older = Reports.span(now.minus(Duration.ofDays(90)).minusSeconds(1), TO);
        assertThat(assess(older).completeness().keptSince())
                .isEqualTo(now.minus(Duration.ofDays(90)));
        assertThat(assess(older).completeness().complete()).isFalse();
    }

    @Test
    void assess_somebodyErasedSinceTheSpanBegan_isNotComplete() {
        uses.erasure(FROM.minusSeconds(1));
        assertThat(assess(SPAN).completeness().complete()).isTrue();
        uses.erasure(FROM);
        assertThat(assess(SPAN).completeness().erasedPeople()).isEqualTo(1);
        assertThat(assess(SPAN).completeness().complete()).isFalse();
    }

    @Test
    void assess_scopeThatGoesOnOrHasNoBeginning_isCountedUntilNowOrRefused() {
        uses.put(Uses.at(TO.minusSeconds(1)).by(ada, null));
        assertThat(assess(Reports.span(FROM, null)).to()).isEqualTo(now);
        assertThatThrownBy(() -> assess(Scope.UNKNOWN)).hasMessageContaining("from is missing");
    }

    @Test
    void change_ofTheScope_takesTheOldCountsAway() {
        UUID id = incidents.open(actor, Reports.of(SPAN, BreachRisk.UNKNOWN)).id();
        incidents.assess(actor, id);
        Incident same = incidents.change(actor, id, r -> r.with(IncidentText.CONTACT, "dpo"));
        assertThat(same.assessment()).isNotNull();
        Incident other =
                incidents.change(
                        actor, id, _ -> Reports.of(Reports.span(FROM, null), BreachRisk.HIGH));
        assertThat(other.assessment()).isNull();
    }
}
