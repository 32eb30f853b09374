package dev.avow.accounts;

import dev.avow.sealing.SealingException;
import dev.avow.sealing.TenantKeys;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The blind indexes in the rows of {@code users}, some at a time, in the order of their ids. */
record EmailIndexRows(UserRows users) {

    private static final String AFTER =
            """
            SELECT id, email_sealed, email_index FROM users WHERE id > :after
            ORDER BY id LIMIT :rows
            """;

    private static final String INDEX_ANEW =
            """
            UPDATE users SET email_index = :index WHERE id = :id AND email_index = :before
                AND NOT gate_address_taken(ARRAY[:index::bytea])
            """;

    private static final String IS_AS_BEFORE =
            "SELECT EXISTS (SELECT FROM users WHERE id = :id AND email_index = :before)";

    /**
     * Indexes some under the newest version of the master key.
     *
     * @param change false: they are looked at alone
     * @return what came of it; empty where there are no more
     */
    Optional<EmailIndexes.Batch> some(
            Handle handle, TenantKeys keys, TenantId tenant, UUID after, int rows, boolean change) {
        return handle
                .createQuery(AFTER)
                .bind("after", after)
                .bind("rows", rows)
                .map((row, _) -> one(handle, keys, tenant, row, change))
                .list()
                .stream()
                .reduce(EmailIndexes.Batch::then);
    }

    private EmailIndexes.Batch one(
            Handle handle, TenantKeys keys, TenantId tenant, ResultSet columns, boolean change)
            throws SQLException {
        UUID id = columns.getObject("id", UUID.class);
        byte[] before = columns.getBytes("email_index");
        if (users.subjects().isDestroyed(tenant, id)) {
            return EmailIndexes.Batch.asItIs(id);
        }
        String email;
        try {
            email = users.email(keys, tenant, id, columns.getBytes("email_sealed"));
        } catch (SealingException lost) {
            return EmailIndexes.Batch.impossible(id);
        }
        if (email == null) {
            return EmailIndexes.Batch.asItIs(id);
        }
        byte[] index = users.indexes(EmailAddress.of(email)).newest();
        if (Arrays.equals(index, before)) {
            return EmailIndexes.Batch.asItIs(id);
        }
        if (!change || indexAnew(handle, id, before, index)) {
            return EmailIndexes.Batch.moved(id);
        }
        return isAsBefore(handle, id, before)
                ? EmailIndexes.Batch.impossible(id)
                : EmailIndexes.Batch.asItIs(id);
    }

    /** False where the row went or changed meanwhile, or another account has the address. */
    private static boolean indexAnew(Handle handle, UUID id, byte[] before, byte[] index) {
        return handle.createUpdate(INDEX_ANEW)
                        .bind("id", id)
                        .bind("index", index)
                        .bind("before", before)
                        .execute()
                == 1;
    }

    private static boolean isAsBefore(Handle handle, UUID id, byte[] before) {
        return handle.createQuery(IS_AS_BEFORE)
                .bind("id", id)
                .bind("before", before)
                .mapTo(Boolean.class)
                .one();
    }
}
