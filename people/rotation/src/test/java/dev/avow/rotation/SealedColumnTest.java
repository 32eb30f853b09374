package dev.avow.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.tenancy.TableCatalogue;
import dev.avow.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** I7: whatever a tenant's key seals, a rotation finds. */
final class SealedColumnTest {

    /** Tenants' keys themselves, which the master key wraps. */
    private static final String KEYS = "tenant_keys.wrapped";

    @Test
    void all_everySealedColumnOfTheSchema_isMovedOrIsOfPersonsAlone() {
        Set<String> known = new TreeSet<>(SealedColumn.OF_PERSONS_ALONE);
        known.add(KEYS);
        SealedColumn.ALL.forEach(each -> known.add(each.table() + "." + each.column()));
        Set<String> there = new TreeSet<>();
        try (TestDatabase database = TestDatabase.fresh()) {
            List<TableCatalogue.Table> tables = database.tenancy().atTheGate(TableCatalogue::of);
            tables.forEach(table ->
                    table.sealed().forEach(column -> there.add(table.name() + "." + column)));
        }

        assertThat(known).isEqualTo(there);
    }
}
