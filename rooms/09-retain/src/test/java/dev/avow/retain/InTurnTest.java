package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.tenancy.Tenancy.Durable;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** What retention's transactions are like, and that nobody else's are. */
class InTurnTest extends RetentionSite {

    @Test
    void inTurn_tenant_seesItsOwnAlone() {
        TenantId other = database.newTenant("Distel");
        UUID _ = new Table(database, other).add(NOW, null);
        UUID own = table.add(NOW, null);

        List<UUID> seen =
                database.tenancy()
                        .inTurn(
                                TenantId.DEFAULT,
                                Durable.SOON,
                                handle ->
                                        handle.createQuery("SELECT id FROM interactions")
                                                .mapTo(UUID.class)
                                                .list());

        assertThat(seen).containsExactly(own);
    }

    @Test
    void inTurn_settings_endWithTheTransaction() {
        String usual = database.tenancy().within(TenantId.DEFAULT, InTurnTest::settings);

        assertThat(usual).endsWith(" auto");
        assertThat(inTurn(Durable.SOON)).isEqualTo("off force_generic_plan");
        assertThat(inTurn(Durable.AT_ONCE)).isEqualTo(usual.replace("auto", "force_generic_plan"));
        assertThat(database.tenancy().within(TenantId.DEFAULT, InTurnTest::settings))
                .isEqualTo(usual);
    }

    private String inTurn(Durable durable) {
        return database.tenancy().inTurn(TenantId.DEFAULT, durable, InTurnTest::settings);
    }

    private static String settings(Handle handle) {
        return handle.createQuery(
                        "SELECT current_setting('synchronous_commit') || ' ' ||"
                                + " current_setting('plan_cache_mode')")
                .mapTo(String.class)
                .one();
    }
}
