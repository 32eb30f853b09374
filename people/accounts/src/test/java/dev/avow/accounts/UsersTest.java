package dev.avow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import dev.avow.prove.Actor;
import dev.avow.sealing.Place;
import dev.avow.sealing.SubjectKeys;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** I2: what is told of people is sealed, each person under a key of their own. */
final class UsersTest {

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

    private UUID account() {
        UUID id =
                Objects.requireNonNull(
                        ground.apiKeys
                                .create(
                                        Actor.operator(TenantId.DEFAULT),
                                        "k",
                                        Set.of(Scope.MODELS),
                                        Ground.EMAIL)
                                .apiKey()
                                .userId());
        ground.users.rename(Actor.operator(TenantId.DEFAULT), id, _ -> new Names("Ada", null));
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
