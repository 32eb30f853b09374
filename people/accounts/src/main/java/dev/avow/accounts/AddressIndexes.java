package dev.avow.accounts;

import dev.avow.sealing.MasterKey;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The blind indexes that an address may stand under: the one to write first, and while the master
 * key is rotated the one of before. They are looked for by one statement, which sees a row that is
 * being indexed anew under one of them.
 */
final class AddressIndexes {

    /**
     * Of two accounts of one address, which nodes write under different indexes, one comes first.
     */
    private static final String TAKE_TURNS =
            """
            SELECT pg_advisory_xact_lock(hashtextextended('avow.address/' || encode(i, 'hex'), 0))::text
            FROM (SELECT i FROM unnest(:indexes) AS i ORDER BY i) AS each
            """;

    private static final String ARE_TAKEN = "SELECT gate_address_taken(:indexes)";

    private final List<byte[]> newestFirst;

    AddressIndexes(MasterKey master, EmailAddress email) {
        this.newestFirst = master.blindIndexes("users.email", email.indexed());
    }

    byte[] newest() {
        return newestFirst.getFirst();
    }

    /** Gives a statement all of them, as {@code :indexes}, the newest first. */
    <S extends SqlStatement<S>> S bound(Handle handle, S statement) {
        try {
            return statement.bindBySqlType(
                    "indexes",
                    handle.getConnection()
                            .createArrayOf("bytea", newestFirst.toArray(byte[][]::new)),
                    Types.ARRAY);
        } catch (SQLException unknownType) {
            throw new IllegalStateException("an array of bytea", unknownType);
        }
    }

    /**
     * Whether an account of any tenant has the address; others who ask wait for this transaction.
     */
    boolean areTaken(Handle handle) {
        List<String> _ = bound(handle, handle.createQuery(TAKE_TURNS)).mapTo(String.class).list();
        return bound(handle, handle.createQuery(ARE_TAKEN)).mapTo(Boolean.class).one();
    }

    @Override
    public String toString() {
        return "AddressIndexes";
    }
}
