package dev.avow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Caller;
import dev.avow.admit.Identity;
import dev.avow.admit.Scope;
import dev.avow.prove.Actor;
import dev.avow.sealing.Place;
import dev.avow.sealing.SubjectKeys;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** I2: what is told of people is sealed, each person under a key of their own. */
final class UsersTest {

    private static final Actor OPERATOR = Actor.operator(TenantId.DEFAULT);

    private final Ground ground = new Ground();

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void adopt_anAccountFromBeforePeopleHadKeys_sealsItUnderItsPersonsOwn() {
        UUID id = account();
        sealUnderTheTenantsKey(id, "email_sealed", Ground.EMAIL);
        sealUnderTheTenantsKey(id, "first_name_sealed", "Ada");
        assertThat(marks(id)).doesNotContain((int) SubjectKeys.MARK);

        ground.users.adopt(TenantId.DEFAULT);
        ground.users.adopt(TenantId.DEFAULT);

        User seen = ground.users.find(TenantId.DEFAULT, id).orElseThrow();
        assertThat(seen.email()).isEqualTo(Ground.EMAIL);
        assertThat(seen.names().first()).isEqualTo("Ada");
        assertThat(marks(id)).containsOnly((int) SubjectKeys.MARK);
    }

    @Test
    void adopt_afterTheErasureOfTheirPerson_bringsNothingBack() {
        UUID id = account();
        ground.database.keyring().subjects().destroy(TenantId.DEFAULT, id);

        ground.users.adopt(TenantId.DEFAULT);

        assertThat(ground.users.find(TenantId.DEFAULT, id)).isEmpty();
    }

    /** A key that is remembered went on for as long as the database's notice took. */
    @Test
    void restrict_aPersonWhoseKeyIsRemembered_isKnownWhenItReturns_P5() {
        ApiKeys.Created key = key();
        assertThat(caller(key).restricted()).isFalse();

        var _ = ground.users.restrict(OPERATOR, owner(key), true);
        assertThat(caller(key).restricted()).isTrue();

        var _ = ground.users.restrict(OPERATOR, owner(key), false);
        assertThat(caller(key).restricted()).isFalse();
    }

    @Test
    void modelConsentWithdrawn_ofAPersonWhoseKeyIsRemembered_isKnownOnceCommitted_P5() {
        ApiKeys.Created key = key();
        assertThat(caller(key).restricted()).isFalse();

        within(handle ->
                ground.users.modelConsentWithdrawn(handle, owner(key), ground.clock.instant()));

        assertThat(caller(key).restricted()).isTrue();
    }

    @Test
    void close_anAccountWhoseKeyIsRemembered_isKnownOnceCommitted_P3() {
        ApiKeys.Created key = key();
        assertThat(caller(key).restricted()).isFalse();

        within(handle -> ground.users.close(handle, owner(key)));
        assertThat(ground.callers.identifyApiKey(key.plaintextKey()))
                .isInstanceOf(Identity.Unknown.class);

        within(handle -> ground.users.open(handle, owner(key)));
        assertThat(caller(key).restricted()).isFalse();
    }

    private void within(Consumer<Handle> work) {
        ground.database
                .tenancy()
                .within(
                        TenantId.DEFAULT,
                        handle -> {
                            work.accept(handle);
                            return TenantId.DEFAULT;
                        });
    }

    private ApiKeys.Created key() {
        return ground.apiKeys.create(OPERATOR, "k", Set.of(Scope.MODELS), Ground.EMAIL);
    }

    private static UUID owner(ApiKeys.Created key) {
        return Objects.requireNonNull(key.apiKey().userId());
    }

    private Caller caller(ApiKeys.Created key) {
        return ((Identity.Known) ground.callers.identifyApiKey(key.plaintextKey())).caller();
    }

    private UUID account() {
        UUID id = owner(key());
        ground.users.rename(OPERATOR, id, _ -> new Names("Ada", null));
        return id;
    }

    private void sealUnderTheTenantsKey(UUID id, String column, String plaintext) {
        byte[] sealed =
                ground.database
                        .keyring()
                        .of(TenantId.DEFAULT)
                        .seal(plaintext, new Place(TenantId.DEFAULT, "users", column, id));
        ground.database
                .tenancy()
                .within(
                        TenantId.DEFAULT,
                        handle ->
                                handle.createUpdate(
                                                column.startsWith("email")
                                                        ? "UPDATE users SET email_sealed = :s WHERE"
                                                                + " id = :id"
                                                        : "UPDATE users SET first_name_sealed = :s"
                                                                + " WHERE id = :id")
                                        .bind("s", sealed)
                                        .bind("id", id)
                                        .execute());
    }

    /** The first byte of what is sealed of a person, column by column. */
    private List<Integer> marks(UUID id) {
        return ground.database
                .tenancy()
                .within(
                        TenantId.DEFAULT,
                        handle ->
                                handle.createQuery(
                                                """
                                                SELECT get_byte(sealed, 0) FROM users,
                                                    unnest(ARRAY[email_sealed, first_name_sealed]) sealed
                                                WHERE id = :id
                                                """)
                                        .bind("id", id)
                                        .mapTo(Integer.class)
                                        .list());
    }
}
