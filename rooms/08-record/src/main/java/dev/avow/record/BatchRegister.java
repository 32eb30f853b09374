package dev.avow.record;

import dev.avow.tenancy.Tenancy;
import dev.avow.words.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Which batches a provider works on for whom. What belongs to another owner is not there. Blocks;
 * safe for any thread.
 */
public final class BatchRegister {

    private static final String CLAIM =
            """
            INSERT INTO provider_batches (tenant_id, id, user_id, api_key_id, provider_id,
                platform_id, hostname, input_id, route, seen, metadata_sealed, created_at,
                expires_at)
            VALUES (:tenant, :id, CAST(:user AS uuid), CAST(:key AS uuid), :provider, :platform,
                :host, :input, :route, '{}', :metadata, :created, :expires)
            ON CONFLICT (tenant_id, input_id) DO NOTHING
            """;

    private static final String UNCLAIM =
            "DELETE FROM provider_batches WHERE id = :id AND remote_id IS NULL";

    private static final String SEEN =
            "UPDATE provider_batches SET remote_id = :remote, seen = CAST(:seen AS jsonb) WHERE id"
                    + " = :id";

    private static final String BATCH =
            """
            SELECT * FROM provider_batches
            WHERE id = :id AND coalesce(user_id, api_key_id) = :owner AND remote_id IS NOT NULL
            """;

    private static final String BATCHES =
            """
            SELECT * FROM provider_batches
            WHERE coalesce(user_id, api_key_id) = :owner AND remote_id IS NOT NULL
                AND (CAST(:after AS uuid) IS NULL OR id < CAST(:after AS uuid))
            ORDER BY id DESC LIMIT :rows
            """;

    private final Tenancy tenancy;
    private final KeptSeal seal;
    private final KeptRows rows;

    BatchRegister(Tenancy tenancy, KeptSeal seal, KeptRows rows) {
        this.tenancy = tenancy;
        this.seal = seal;
        this.rows = rows;
    }

    /** Takes a file for a batch; false where there is a batch of it. */
    public boolean claim(KeptBatch batch) {
        return tenancy.within(
                batch.place().tenant(),
                handle -> {
                    Update update = handle.createUpdate(CLAIM);
                    KeptRows.bind(update, batch.place());
                    return update.bind("input", batch.inputId())
                                    .bindByType(
                                            "metadata",
                                            seal.seal(
                                                    batch.place(),
                                                    KeptRows.BATCHES,
                                                    "metadata_sealed",
                                                    batch.plaintextMetadata()),
                                            byte[].class)
                                    .execute()
                            > 0;
                });
    }

    /** Gives back what was claimed for a batch that was not begun. */
    public void unclaim(KeptBatch batch) {
        tenancy.within(
                batch.place().tenant(),
                handle -> handle.createUpdate(UNCLAIM).bind("id", batch.place().id()).execute());
    }

    /**
     * Notes what the provider said of a batch. One that went here meanwhile, as with an erased
     * person while it was being begun, is to be ended there.
     */
    public void saw(KeptBatch batch) {
        tenancy.within(
                batch.place().tenant(),
                handle -> {
                    int seen =
                            handle.createUpdate(SEEN)
                                    .bind("id", batch.place().id())
                                    .bindByType("remote", batch.remoteId(), String.class)
                                    .bind("seen", batch.seen())
                                    .execute();
                    String remoteId = batch.remoteId();
                    return seen > 0 || remoteId == null
                            ? seen
                            : FileRegister.leave(
                                    handle,
                                    Ids.next(),
                                    RemoteCopy.Kind.BATCH,
                                    batch.place(),
                                    remoteId);
                });
    }

    /** An owner's batch. */
    public Optional<KeptBatch> batch(KeptOwner owner, UUID id) {
        return tenancy.within(
                owner.tenant(),
                handle ->
                        handle.createQuery(BATCH)
                                .bind("id", id)
                                .bind("owner", owner.id())
                                .map((row, _) -> rows.batch(row, owner.tenant()))
                                .findOne());
    }

    /** An owner's batches, newest first; see {@link FileRegister#files}. */
    public List<KeptBatch> batches(KeptOwner owner, @Nullable UUID after, int most) {
        return tenancy.within(
                owner.tenant(),
                handle ->
                        FileRegister.paged(handle.createQuery(BATCHES), owner, after, most)
                                .map((row, _) -> rows.batch(row, owner.tenant()))
                                .list());
    }
}
