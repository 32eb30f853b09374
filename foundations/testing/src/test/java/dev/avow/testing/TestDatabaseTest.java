package dev.avow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.TenantId;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    private static final String COUNT = "SELECT count(*) FROM tenants";

    @Test
    void fresh_beforeAnyWork_showsATenantItselfAlone() {
        try (TestDatabase database = TestDatabase.fresh()) {
            TenantId other = database.newTenant("Gänseblümchen");

            assertThat(tenantsSeenBy(database, TenantId.DEFAULT)).isEqualTo(1);
            assertThat(tenantsSeenBy(database, other)).isEqualTo(1);
        }
    }

    @Test
    void fresh_twice_givesDatabasesThatDoNotShareRows() {
        try (TestDatabase first = TestDatabase.fresh();
                TestDatabase second = TestDatabase.fresh()) {
            TenantId other = first.newTenant("Löwenzahn");

            assertThat(tenantsSeenBy(first, other)).isEqualTo(1);
            assertThat(tenantsSeenBy(second, other)).isZero();
        }
    }

    @Test
    void keyring_ofAFreshDatabase_makesKeysThatSealTheSameAgain() {
        try (TestDatabase database = TestDatabase.fresh()) {
            byte[] text = {1, 2, 3};

            assertThat(database.keyring().of(TenantId.DEFAULT).mac(text))
                    .isEqualTo(database.keyring().of(TenantId.DEFAULT).mac(text));
        }
    }

    private static int tenantsSeenBy(TestDatabase database, TenantId tenant) {
        return database.tenancy()
                .within(tenant, handle -> handle.createQuery(COUNT).mapTo(Integer.class).one());
    }
}
