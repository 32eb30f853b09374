package dev.avow.record;

import dev.avow.sealing.Keyring;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Which files a provider keeps for whom, and what is kept of them here. What belongs to another
 * owner is not there. Blocks; safe for any thread.
 */
public final class FileRegister {

    private static final String ADD =
            """
            INSERT INTO provider_files (tenant_id, id, user_id, api_key_id, provider_id, platform_id,
                hostname, remote_id, purpose, route, bytes, input_id, name_sealed, lines_sealed,
                created_at, expires_at, seen)
            VALUES (:tenant, :id, CAST(:user AS uuid), CAST(:key AS uuid), :provider, :platform,
                :host, :remote, :purpose, :route, :bytes, CAST(:input AS uuid), :name, :lines,
                :created, :expires, CAST(:seen AS jsonb))
            ON CONFLICT (tenant_id, provider_id, remote_id) DO NOTHING
            """;

    static final String OWNED = "coalesce(user_id, api_key_id) = :owner AND deleted_at IS NULL";

    private static final String FILE =
            "SELECT * FROM provider_files WHERE id = :id AND purpose <> 'message_batch' AND "
                    + OWNED;

    private static final String BY_REMOTE =
            "SELECT * FROM provider_files WHERE provider_id = :provider AND remote_id = :remote";

    private static final String PAGE =
            "SELECT * FROM provider_files WHERE "
                    + OWNED
                    + " AND purpose <> 'message_batch' AND (:purpose = '' OR purpose = :purpose)"
                    + " AND (CAST(:after AS uuid) IS NULL OR id < CAST(:after AS uuid))"
                    + " ORDER BY id DESC LIMIT :rows";

    private static final String LINES =
            "SELECT * FROM provider_files WHERE id = :id AND lines_sealed IS NOT NULL";

    private static final String HELD =
            "SELECT is_held(CAST(:user AS uuid), CAST(:created AS timestamptz))";

    private static final String HIDE =
            "UPDATE provider_files SET deleted_at = now() WHERE id = :id";

    private static final String REMOVE =
            """
            DELETE FROM provider_files f
            WHERE id = :id AND NOT EXISTS (SELECT FROM provider_batches b WHERE b.input_id = f.id)
            """;

    private static final String READ =
            "UPDATE provider_files SET read_at = now() WHERE id = :id AND read_at IS NULL";

    private static final String END = "SELECT end_uses(CAST(:ended AS json))";

    private final Tenancy tenancy;
    private final KeptSeal seal;
    private final KeptRows rows;
    private final BiConsumer<Handle, TenantId> noHoldMeanwhile;
    private final BatchRegister batches;
    private final MessageBatchRegister messageBatches;

    /**
     * @param noHoldMeanwhile keeps legal holds from being placed until the transaction is over
     */
    public FileRegister(
            Tenancy tenancy, Keyring keyring, BiConsumer<Handle, TenantId> noHoldMeanwhile) {
        this.tenancy = tenancy;
        this.seal = new KeptSeal(keyring);
        this.rows = new KeptRows(seal);
        this.noHoldMeanwhile = noHoldMeanwhile;
        this.batches = new BatchRegister(tenancy, seal, rows);
        this.messageBatches = new MessageBatchRegister(tenancy, rows);
    }

    /** Which batches they work on. */
    public BatchRegister batches() {
        return batches;
    }

    /** The message batches, which are kept like files and are none. */
    public MessageBatchRegister messageBatches() {
        return messageBatches;
    }

    /** Seals what is kept of a file's lines, in that very row. */
    public UnaryOperator<byte[]> sealing(KeptPlace file) {
        return plaintext -> seal.seal(file, KeptRows.FILES, "lines_sealed", plaintext);
    }

    /**
     * Adds a file.
     *
     * @param sealedLines by {@link #sealing}
     * @throws dev.avow.words.FaultException where the provider gave out its id before
     */
    public void add(KeptFile file, byte[] sealedLines) {
        int added = tenancy.within(file.place().tenant(), handle -> add(handle, file, sealedLines));
        if (added == 0) {
            throw Fault.of(
                            FaultCode.PROVIDER_INVALID_ANSWER,
                            "the provider gave this file an id that it gave out before")
                    .asException();
        }
    }

    private int add(Handle handle, KeptFile file, byte @Nullable [] sealedLines) {
        Update update = handle.createUpdate(ADD);
        KeptRows.bind(update, file.place());
        return update.bind("remote", file.remoteId())
                .bind("purpose", file.purpose().id())
                .bind("bytes", file.bytes())
                .bindByType("input", file.inputId(), UUID.class)
                .bindByType(
                        "name",
                        seal.seal(
                                file.place(), KeptRows.FILES, "name_sealed", file.plaintextName()),
                        byte[].class)
                .bindByType("lines", sealedLines, byte[].class)
                .bindByType("seen", file.seen(), String.class)
                .execute();
    }

    /** The file of that provider's id, which is added where it is not there. */
    public KeptFile addOnce(KeptFile file) {
        TenantId tenant = file.place().tenant();
        return tenancy.within(
                tenant,
                handle -> {
                    int _ = add(handle, file, null);
                    return handle.createQuery(BY_REMOTE)
                            .bind("provider", file.place().destination().providerId())
                            .bind("remote", file.remoteId())
                            .map((row, _) -> rows.file(row, tenant))
                            .one();
                });
    }

    /** An owner's file. */
    public Optional<KeptFile> file(KeptOwner owner, UUID id) {
        return tenancy.within(
                owner.tenant(),
                handle ->
                        handle.createQuery(FILE)
                                .bind("id", id)
                                .bind("owner", owner.id())
                                .map((row, _) -> rows.file(row, owner.tenant()))
                                .findOne());
    }

    /**
     * An owner's files, newest first.
     *
     * @param purpose empty for all
     * @param after the last one of the page before; null for the first page
     */
    public List<KeptFile> files(KeptOwner owner, String purpose, @Nullable UUID after, int most) {
        return tenancy.within(
                owner.tenant(),
                handle ->
                        paged(handle.createQuery(PAGE), owner, after, most)
                                .bind("purpose", purpose)
                                .map((row, _) -> rows.file(row, owner.tenant()))
                                .list());
    }

    static Query paged(Query query, KeptOwner owner, @Nullable UUID after, int most) {
        return query.bind("owner", owner.id())
                .bindByType("after", after, UUID.class)
                .bind("rows", most);
    }

    /**
     * What is kept of a file's lines, also where the file was deleted since.
     *
     * @return empty where nothing is, or it does not open any more
     */
    public Optional<byte[]> plaintextLines(TenantId tenant, UUID file) {
        return tenancy.within(
                tenant,
                handle ->
                        handle.createQuery(LINES)
                                .bind("id", file)
                                .map((row, _) ->
                                        seal.plaintext(
                                                rows.file(row, tenant).place(),
                                                KeptRows.FILES,
                                                "lines_sealed",
                                                row.getBytes("lines_sealed")))
                                .findOne()
                                .flatMap(opened -> opened));
    }

    /**
     * Deletes a file, and notes that its provider is to. One that there is a batch of is hidden,
     * and goes when it is due.
     *
     * @return whether it is gone for good
     * @throws dev.avow.words.FaultException {@code legal_hold} where one covers it
     */
    public boolean delete(KeptFile file) {
        TenantId tenant = file.place().tenant();
        return tenancy.within(
                tenant,
                handle -> {
                    UUID id = file.place().id();
                    noHoldMeanwhile.accept(handle, tenant);
                    requireNotHeld(handle, file.place());
                    leave(handle, id, file.remoteKind(), file.place(), file.remoteId());
                    handle.createUpdate(HIDE).bind("id", id).execute();
                    return handle.createUpdate(REMOVE).bind("id", id).execute() > 0;
                });
    }

    private static void requireNotHeld(Handle handle, KeptPlace place) {
        if (handle.createQuery(HELD)
                .bindByType("user", place.userId(), UUID.class)
                .bind("created", place.createdAt())
                .mapTo(Boolean.class)
                .one()) {
            throw Fault.of(
                            FaultCode.LEGAL_HOLD,
                            "a legal hold covers this; it can be deleted once that is released")
                    .asException();
        }
    }

    /** The provider has deleted a file that was {@linkplain #delete deleted} here. */
    public void goneThere(KeptFile file) {
        tenancy.within(
                file.place().tenant(), handle -> RemoteCopies.forget(handle, file.place().id()));
    }

    /** Has the provider asked to delete a file that could not be kept here. */
    public void leave(KeptFile file) {
        tenancy.within(
                file.place().tenant(),
                handle ->
                        leave(
                                handle,
                                Ids.next(),
                                file.remoteKind(),
                                file.place(),
                                file.remoteId()));
    }

    static int leave(Handle handle, UUID id, RemoteCopy.Kind kind, KeptPlace of, String remoteId) {
        return RemoteCopies.add(
                handle, id, kind, of.destination(), remoteId, of.userId(), Instant.now());
    }

    /**
     * Completes the record of uses whose answers came late, and marks the file that brought them as
     * read. Repeated, it writes the same.
     *
     * @param file null where no file brought them
     */
    public void end(TenantId tenant, @Nullable UUID file, List<LateEnding> endings) {
        tenancy.within(
                tenant,
                handle -> {
                    handle.createUpdate(END)
                            .bind("ended", InteractionRows.ends(tenant, endings))
                            .execute();
                    return file == null ? 0 : handle.createUpdate(READ).bind("id", file).execute();
                });
    }
}
