package dev.avow.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.accounts.ApiKeys;
import dev.avow.accounts.StoredCallers;
import dev.avow.accounts.Users;
import dev.avow.admit.Caller;
import dev.avow.admit.Identity;
import dev.avow.admit.Scope;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditLogReader;
import dev.avow.prove.AuditRecord;
import dev.avow.prove.StoredAuditLog;
import dev.avow.testing.TestDatabase;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P5: what somebody consented to can be shown, taken back as easily, and is acted on. */
final class ConsentsTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Actor OPERATOR = Actor.operator(TENANT);
    private static final String SHA =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private Instant now = Instant.parse("2026-03-04T05:06:07.123456Z");
    private final TestDatabase database = TestDatabase.fresh();
    private final StoredAuditLog audit =
            new StoredAuditLog(database.tenancy(), database.keyring(), () -> now, true);
    private final StoredCallers callers = new StoredCallers(database.tenancy(), () -> now);
    private final Users users =
            new Users(
                    database.tenancy(),
                    database.masterKey(),
                    database.keyring(),
                    audit,
                    callers,
                    () -> now);
    private final String key =
            new ApiKeys(database.tenancy(), database.keyring(), users, audit, callers, () -> now)
                    .create(OPERATOR, "laptop", Set.of(Scope.MODELS), "anna@example.org")
                    .plaintextKey();
    private final UUID anna = users.page(TENANT, PageRequest.first()).items().getFirst().id();
    private final Consents consents =
            new Consents(database.tenancy(), database.keyring(), users, audit, () -> now);

    @AfterEach
    void close() {
        database.close();
    }

    private static ConsentDraft draft(String purpose, boolean given) {
        return new ConsentDraft(purpose, given, "v3", SHA, ConsentMethod.PAPER, "a note", null);
    }

    private Consent record(String purpose, boolean given) {
        now = now.plus(Duration.ofHours(1));
        return consents.record(OPERATOR, anna, draft(purpose, given));
    }

    private List<Consent> all() {
        return consents.page(TENANT, anna, PageRequest.first()).items();
    }

    private static FaultCode fault(ThrowingCallable call) {
        return catchThrowableOfType(FaultException.class, call).fault().code();
    }

    private boolean restricted() {
        Identity found = callers.identifyApiKey(key);
        return found instanceof Identity.Known(Caller caller) && caller.restricted();
    }

    @Test
    void record_givenAndWithdrawn_bothStandAndTheNewestDecides() {
        Consent given = record("newsletter", true);
        assertThat(all()).containsExactly(given);

        Consent withdrawn = record("newsletter", false);

        assertThat(all()).extracting(Consent::id).containsExactly(withdrawn.id(), given.id());
        assertThat(all()).extracting(Consent::inForce).containsExactly(false, false);
        assertThat(all().getLast().textSha256()).isEqualTo(SHA);
        assertThat(all().getLast().plaintextNote()).isEqualTo("a note");
        assertThat(record("newsletter", true).inForce()).isTrue();
        assertThat(all()).extracting(Consent::inForce).containsExactly(true, false, false);
    }

    @Test
    void record_each_isAuditedOfThePersonWithoutTheNote() {
        var _ = record("newsletter", true);

        AuditRecord entry =
                new AuditLogReader(database.tenancy(), database.keyring())
                        .page(TENANT, PageRequest.first())
                        .items()
                        .getFirst();

        assertThat(entry.action()).isEqualTo("consent_given");
        assertThat(entry.resourceId()).isEqualTo(anna.toString());
        assertThat(entry.changes().before()).containsEntry("in_force", false);
        assertThat(entry.changes().after())
                .containsEntry("text_version", "v3")
                .containsEntry("in_force", true);
        assertThat(entry.changes().jsonOrNull()).doesNotContain("a note");
    }

    @Test
    void record_nothingToTakeBack_conflicts() {
        assertThat(fault(() -> record("newsletter", false))).isEqualTo(FaultCode.CONFLICT);
        var _ = record("newsletter", true);
        assertThat(fault(() -> record("another", false))).isEqualTo(FaultCode.CONFLICT);
        var _ = record("newsletter", false);
        assertThat(fault(() -> record("newsletter", false))).isEqualTo(FaultCode.CONFLICT);
    }

    @Test
    void record_modelProcessingWithdrawn_restrictsUntilGivenAgain() {
        assertThat(restricted()).isFalse();
        var _ = record(Consents.MODEL_PROCESSING, true);
        assertThat(restricted()).isFalse();

        var _ = record(Consents.MODEL_PROCESSING, false);
        assertThat(restricted()).isTrue();

        var _ = record(Consents.MODEL_PROCESSING, true);
        assertThat(restricted()).isFalse();
    }

    @Test
    void record_restrictionLiftedOrConsentGiven_doesNotUndoTheOther() {
        var _ = record(Consents.MODEL_PROCESSING, true);
        var _ = users.restrict(OPERATOR, anna, true);
        var _ = record(Consents.MODEL_PROCESSING, false);

        var _ = users.restrict(OPERATOR, anna, false);
        assertThat(restricted()).isTrue();

        var _ = users.restrict(OPERATOR, anna, true);
        var _ = record(Consents.MODEL_PROCESSING, true);
        assertThat(restricted()).isTrue();
    }

    @Test
    void record_anotherPurposeWithdrawn_restrictsNothing() {
        var _ = record("newsletter", true);
        var _ = record("newsletter", false);

        assertThat(restricted()).isFalse();
    }

    @Test
    void record_nobodyOrTheFuture_isRefused() {
        assertThat(fault(() -> consents.record(OPERATOR, Ids.next(), draft("newsletter", true))))
                .isEqualTo(FaultCode.NOT_FOUND);
        assertThat(
                        fault(() ->
                                consents.record(
                                        OPERATOR,
                                        anna,
                                        new ConsentDraft(
                                                "newsletter",
                                                true,
                                                "v3",
                                                null,
                                                ConsentMethod.API,
                                                null,
                                                now.plusMillis(1)))))
                .isEqualTo(FaultCode.INVALID_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "Newsletter, v1, , INVALID_VALUE",
        "newsletter, , , MISSING_VALUE",
        "newsletter, , abc, INVALID_VALUE",
    })
    void draft_whatIsWrong_isRefused(String purpose, String version, String sha, FaultCode code) {
        assertThat(
                        fault(() ->
                                new ConsentDraft(
                                        purpose,
                                        true,
                                        version,
                                        sha,
                                        ConsentMethod.API,
                                        null,
                                        null)))
                .isEqualTo(code);
    }

    @Test
    void row_inTheDatabase_cannotBeChangedAndItsNoteNotBeRead() throws SQLException {
        var _ = record("newsletter", true);

        assertThat(
                        catchThrowableOfType(
                                RuntimeException.class,
                                () -> {
                                    int _ =
                                            database.tenancy()
                                                    .within(
                                                            TENANT,
                                                            handle ->
                                                                    handle.execute(
                                                                            "UPDATE consents SET"
                                                                                + " action ="
                                                                                + " 'withdrawn'"));
                                }))
                .isNotNull();
        try (var connection = database.openAsOwner();
                var handle = Jdbi.create(connection).open()) {
            assertThat(
                            handle.createQuery("SELECT c::text FROM consents c")
                                    .mapTo(String.class)
                                    .one())
                    .doesNotContain("a note");
        }
    }

    @Test
    void page_anotherTenant_seesNothing() {
        var _ = record("newsletter", true);

        assertThat(consents.page(database.newTenant("Klee"), anna, PageRequest.first()).items())
                .isEmpty();
    }
}
