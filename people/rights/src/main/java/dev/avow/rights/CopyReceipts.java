package dev.avow.rights;

import dev.avow.rights.StoreReceipt.Action;
import dev.avow.tenancy.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What providers have deleted of an erased person's files, and what they were asked to. They are
 * asked in the background, so this part of a receipt is told as it stands when it is read.
 */
final class CopyReceipts {

    /** Of a batch that has ended nothing is left to be deleted but the files that it brought. */
    private static final String COPIES =
            """
            SELECT hostname, kind, state, asked > 0 AS asked,
                CASE WHEN state IN ('open', 'given_up') THEN refused END AS refused,
                count(*) AS copies,
                max(ended_at) AS ended_at
            FROM provider_deletions
            WHERE erasure_id = :erasure AND (kind <> 'batch' OR state NOT IN ('deleted', 'missing'))
            GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
            """;

    private CopyReceipts() {}

    /** The erasure, with them. */
    static Erasure with(Handle handle, Erasure erasure) {
        return erasure.and(of(handle, erasure.id()));
    }

    private static List<StoreReceipt> of(Handle handle, UUID erasure) {
        return handle.createQuery(COPIES)
                .bind("erasure", erasure)
                .map((row, _) -> receipt(row))
                .list();
    }

    private static StoreReceipt receipt(ResultSet row) throws SQLException {
        String store =
                (row.getString("kind").equals("file") ? "files at " : "batches at ")
                        + row.getString("hostname");
        long copies = row.getLong("copies");
        String answer = answer(row.getBoolean("asked"), row.getString("refused"));
        return switch (row.getString("state")) {
            case "deleted" ->
                    new StoreReceipt(store, Action.ERASED, copies, "deleted at " + ended(row));
            case "missing" ->
                    new StoreReceipt(
                            store,
                            Action.ERASED,
                            copies,
                            "not there any more, as the provider said at " + ended(row));
            case "given_up" ->
                    new StoreReceipt(
                            store,
                            Action.ASK,
                            copies,
                            answer + "; given up at " + ended(row) + ", so ask it yourself");
            default ->
                    new StoreReceipt(
                            store, Action.ASKED, copies, answer + "; it goes on by itself");
        };
    }

    private static Instant ended(ResultSet row) throws SQLException {
        return RowTime.at(row, "ended_at");
    }

    private static String answer(boolean asked, @Nullable String refused) {
        if (refused != null) {
            return "asked, not done: " + refused;
        }
        return asked ? "asked, not answered" : "about to be asked";
    }
}
