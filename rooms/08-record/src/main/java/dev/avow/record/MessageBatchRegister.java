package dev.avow.record;

import dev.avow.tenancy.Tenancy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The message batches (Anthropic's) that a provider works on: rows of files, each of which holds
 * requests and answers itself. What belongs to another owner is not there. Blocks; safe for any
 * thread.
 */
public final class MessageBatchRegister {

    private static final String BATCH =
            "SELECT * FROM provider_files WHERE id = :id AND purpose = 'message_batch' AND "
                    + FileRegister.OWNED;

    private static final String PAGE =
            "SELECT * FROM provider_files WHERE purpose = 'message_batch' AND "
                    + FileRegister.OWNED
                    + " AND (CAST(:after AS uuid) IS NULL OR id < CAST(:after AS uuid))"
                    + " ORDER BY id DESC LIMIT :rows";

    private static final String BEFORE =
            "SELECT * FROM provider_files WHERE purpose = 'message_batch' AND "
                    + FileRegister.OWNED
                    + " AND id > CAST(:after AS uuid) ORDER BY id LIMIT :rows";

    private static final String SEEN =
            "UPDATE provider_files SET seen = CAST(:seen AS jsonb) WHERE id = :id";

    private final Tenancy tenancy;
    private final KeptRows rows;

    MessageBatchRegister(Tenancy tenancy, KeptRows rows) {
        this.tenancy = tenancy;
        this.rows = rows;
    }

    /** An owner's message batch. */
    public Optional<KeptFile> batch(KeptOwner owner, UUID id) {
        return tenancy.within(
                owner.tenant(),
                handle ->
                        handle.createQuery(BATCH)
                                .bind("id", id)
                                .bind("owner", owner.id())
                                .map((row, _) -> rows.file(row, owner.tenant()))
                                .findOne());
    }

    /** An owner's message batches, newest first; see {@link FileRegister#files}. */
    public List<KeptFile> batches(KeptOwner owner, @Nullable UUID after, int most) {
        return page(PAGE, owner, after, most);
    }

    /**
     * Those that are newer than one, newest first.
     *
     * @param most the oldest of them
     */
    public List<KeptFile> before(KeptOwner owner, UUID than, int most) {
        return page(BEFORE, owner, than, most).reversed();
    }

    private List<KeptFile> page(String sql, KeptOwner owner, @Nullable UUID cursor, int most) {
        return tenancy.within(
                owner.tenant(),
                handle ->
                        FileRegister.paged(handle.createQuery(sql), owner, cursor, most)
                                .map((row, _) -> rows.file(row, owner.tenant()))
                                .list());
    }

    /** Notes what the provider said of a message batch. */
    public void saw(KeptFile batch) {
        tenancy.within(
                batch.place().tenant(),
                handle ->
                        handle.createUpdate(SEEN)
                                .bind("id", batch.place().id())
                                .bindByType("seen", batch.seen(), String.class)
                                .execute());
    }
}
