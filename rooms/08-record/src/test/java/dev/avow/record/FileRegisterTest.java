package dev.avow.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.sealing.Period;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Destination;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.Route;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** P3, R5: what is known here of files and batches, when it goes while somebody is at it. */
final class FileRegisterTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    private final TestDatabase database = TestDatabase.fresh();
    private final FileRegister register =
            new FileRegister(database.tenancy(), database.keyring(), (_, _) -> {});

    @AfterEach
    void end() {
        database.close();
    }

    private static KeptPlace place() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new KeptPlace(
                TENANT,
                Ids.next(),
                null,
                Ids.next(),
                new Destination(TENANT, Ids.next(), "p", "h", ""),
                Route.CHAT_COMPLETIONS,
                now,
                now.plus(Duration.ofDays(1)));
    }

    private static KeptFile file(KeptPlace place, String remoteId) {
        return new KeptFile(place, remoteId, KeptFile.Purpose.USER_DATA, 1, null, "a", false, null);
    }

    private static KeptFile file() {
        return file(place(), "file-1");
    }

    private void sql(String sql) {
        database.tenancy().within(TENANT, handle -> handle.execute(sql, TENANT.value()));
    }

    private List<String> noted() {
        return database.tenancy()
                .within(
                        TENANT,
                        handle ->
                                handle.createQuery(
                                                """
                                                SELECT kind || ' ' || remote_id || ' '
                                                    || (erasure_id IS NOT NULL)
                                                FROM provider_deletions
                                                """)
                                        .mapTo(String.class)
                                        .list());
    }

    /** A person is erased, or its time is over, between the claim and the provider's answer. */
    @Test
    void batch_thatWentWhileItWasBegun_isEndedAtTheProvider() {
        KeptBatch claimed = new KeptBatch(place(), null, Ids.next(), "{}", null);
        assertThat(register.batches().claim(claimed)).isTrue();
        sql("DELETE FROM provider_batches WHERE tenant_id = ?");
        register.batches()
                .saw(new KeptBatch(claimed.place(), "batch_1", claimed.inputId(), "{}", null));
        assertThat(noted()).containsExactly("batch batch_1 false");
    }

    /** P3: the receipt of somebody who was erased while their file was on its way counts it. */
    @Test
    void file_ofWhomWasErasedMeanwhile_isCountedToTheErasure() {
        UUID person = Ids.next();
        sql(
                """
                INSERT INTO erasures (tenant_id, id, subject_id, state, requested_at, effective_at,
                    due_at)
                VALUES (?, gen_random_uuid(), '%s', 'complete', now(), now(), now())
                """
                        .formatted(person));
        KeptPlace place = place();
        register.leave(
                file(
                        new KeptPlace(
                                TENANT,
                                place.id(),
                                person,
                                null,
                                place.destination(),
                                place.route(),
                                place.createdAt(),
                                place.expiresAt()),
                        "file-2"));
        assertThat(noted()).containsExactly("file file-2 true");
    }

    /** R1: a row that a restore brings back, whose day was over when it was put back. */
    @Test
    void file_whoseDayIsOver_isThereWithoutWhatItSaid() {
        KeptFile file = file();
        register.add(file, register.sealing(file.place()).apply("lines".getBytes(UTF_8)));
        KeptOwner owner = new KeptOwner(TENANT, Objects.requireNonNull(file.place().apiKeyId()));
        assertThat(register.plaintextLines(TENANT, file.place().id()))
                .hasValueSatisfying(lines -> assertThat(lines).asString().isEqualTo("lines"));

        database.keyring().periods().destroy(TENANT, Period.ending(file.place().expiresAt()));

        assertThat(register.plaintextLines(TENANT, file.place().id())).isEmpty();
        assertThat(register.file(owner, file.place().id()))
                .hasValueSatisfying(kept -> assertThat(kept.plaintextName()).isNull());
    }

    /** R5: a hold keeps a file from its owner's hand, too. */
    @Test
    void file_underALegalHold_isNotDeleted() {
        KeptFile file = file();
        register.add(file, new byte[] {1});
        sql(
                """
                INSERT INTO legal_holds (tenant_id, id, name, reason_sealed, created_at)
                VALUES (?, gen_random_uuid(), 'n', 'x', now())
                """);
        assertThatThrownBy(() -> register.delete(file))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused ->
                                assertThat(refused.fault().code()).isEqualTo(FaultCode.LEGAL_HOLD));
        assertThat(noted()).isEmpty();
        sql("UPDATE legal_holds SET released_at = now() WHERE tenant_id = ?");
        assertThat(register.delete(file)).isTrue();
        assertThat(noted()).containsExactly("file file-1 false");
        register.goneThere(file);
        assertThat(noted()).isEmpty();
    }
}
