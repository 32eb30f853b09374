package dev.avow.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.Ids;
import dev.avow.words.PageRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** P3 and T1 at once: an erased person's entries still prove, and say nothing of the person. */
final class ErasedPeopleTest extends SevenEntries {

    private static final String EMAIL = "anna@example.org";

    private final UUID anna = Ids.next();
    private final UUID ben = Ids.next();

    private void does(@Nullable UUID who, @Nullable String email, String type, UUID what) {
        log.append(
                new Actor(TENANT, who, email, "198.51.100.9", "agent of " + email),
                new AuditEntry("happened", type, what.toString(), null, Map.of("email", EMAIL)));
    }

    private void erase(UUID who) {
        database.keyring().subjects().destroy(TENANT, who);
    }

    @Test
    void export_actorErased_provesAndTellsNothing() throws AuditCheck.Failed {
        does(anna, EMAIL, "session", anna);
        does(ben, "ben@example.org", "policy", Ids.next());
        assertThat(check(export(), null).opened()).isEqualTo(9);

        erase(anna);

        assertThat(check(export(), null).opened()).isEqualTo(8);
        assertThat(export().get(8)).doesNotContain("198.51.100.9", "agent of", EMAIL);
        assertThat(export().get(9)).contains("ben@example.org");
    }

    @Test
    void export_accountErasedThatSomebodyElseChanged_tellsNothingOfIt() throws AuditCheck.Failed {
        does(ben, "ben@example.org", "user", anna);
        does(Ids.next(), null, "user", anna); // a key of the API
        does(null, null, "user", anna); // the operator
        does(anna, EMAIL, "user", anna);

        erase(anna);

        assertThat(check(export(), null).opened()).isEqualTo(7);
        assertThat(String.join("\n", export())).doesNotContain(EMAIL);
        assertThat(records().subList(0, 4))
                .allSatisfy(entry -> {
                    assertThat(entry.damaged()).isFalse();
                    assertThat(entry.changes().jsonOrNull()).isNull();
                });
        assertThat(records().get(3).actorEmail()).isEqualTo("ben@example.org");
    }

    @Test
    void append_byThePersonAfterTheErasure_keepsTheEntryAndNothingOfThem()
            throws AuditCheck.Failed {
        erase(anna);

        does(anna, null, "user", anna);
        does(ben, "ben@example.org", "user", anna);

        assertThat(check(export(), null).opened()).isEqualTo(8);
        assertThat(records().get(1).ipAddress()).isNull();
        assertThat(String.join("\n", export())).doesNotContain(EMAIL, "agent of null");
    }

    @Test
    void export_erasedEntryAltered_isFound() throws SQLException {
        does(anna, EMAIL, "session", anna);
        erase(anna);

        asOwner("UPDATE audit_logs SET action = 'other' WHERE action = 'happened'");

        assertThatThrownBy(() -> check(export(), null)).hasMessageContaining("entry 7");
    }

    @Test
    void export_valueMarkedAsAnErasedPersonsThoughNobodyWas_isFound() throws SQLException {
        does(anna, EMAIL, "session", anna);

        asOwner(
                "UPDATE audit_logs SET ip_address_sealed = 'S'::bytea || ip_address_sealed"
                        + " WHERE action = 'happened'");

        assertThatThrownBy(() -> check(export(), null)).hasMessageContaining("entry 7");
    }

    private List<AuditRecord> records() {
        return new AuditLogReader(database.tenancy(), database.keyring())
                .page(TENANT, new PageRequest(50, null))
                .items();
    }
}
