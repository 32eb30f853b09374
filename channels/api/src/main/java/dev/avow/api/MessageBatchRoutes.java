package dev.avow.api;

import dev.avow.admit.Caller;
import dev.avow.arrive.RequestHead;
import dev.avow.mask.Errand;
import dev.avow.mask.Errands;
import dev.avow.record.FileRegister;
import dev.avow.record.KeptFile;
import dev.avow.record.KeptOwner;
import dev.avow.record.MessageBatchRegister;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Message batches of one caller, as Anthropic's API has them ("Message Batches"). Blocks; on any
 * thread that may.
 */
final class MessageBatchRoutes {

    /** Anthropic's page where none is asked for, and its largest. */
    private static final int PAGE = 20;

    private static final int LARGEST_PAGE = 1000;

    private final KeptRoutes files;
    private final Journey journey;
    private final Courier courier;
    private final RequestHead head;
    private final Caller caller;
    private final KeptOwner owner;
    private final FileRegister register;
    private final MessageBatchRegister batches;

    MessageBatchRoutes(
            KeptRoutes files,
            Journey journey,
            Courier courier,
            RequestHead head,
            Caller caller,
            KeptOwner owner) {
        this.files = files;
        this.journey = journey;
        this.courier = courier;
        this.head = head;
        this.caller = caller;
        this.owner = owner;
        this.register = journey.register();
        this.batches = register.messageBatches();
    }

    /** {@code POST /v1/messages/batches}. */
    String begin(byte[] body) {
        BatchUpload.Begun begun =
                new BatchUpload(journey, courier, head, caller)
                        .begin(MessageBatchBody.requests(body, journey.batches()));
        return KeptJson.noting(begun.replaced(), MessageBatchJson.batch(begun.file()));
    }

    private KeptFile saw(KeptFile batch, String seen) {
        KeptFile now = batch.seen(seen);
        batches.saw(now);
        return now;
    }

    /** A batch of this caller's. */
    private KeptFile known(String id) {
        return MessageBatchJson.of(id)
                .flatMap(each -> batches.batch(owner, each))
                .orElseThrow(() ->
                        Fault.of(
                                        FaultCode.NOT_FOUND,
                                        "there is no such batch; see GET /v1/messages/batches",
                                        "message_batch_id")
                                .asException());
    }

    private byte[] ask(Errand.Kind kind, KeptFile batch) {
        return courier.run(Errands.about(kind, batch.place().destination(), batch.remoteId()));
    }

    private KeptFile seen(Errand.Kind kind, KeptFile batch) {
        return saw(
                batch, MessageBatchJson.seen(ask(kind, batch)).orElseThrow(ProviderWords::unclear));
    }

    /** {@code GET /v1/messages/batches/{id}}, or {@code POST …/cancel}. */
    String batch(String id, Errand.Kind kind) {
        return MessageBatchJson.batch(seen(kind, known(id)));
    }

    /**
     * {@code GET /v1/messages/batches}, newest first, each as it was seen last.
     *
     * @param before of two cursors the one that asks for newer ones; empty for none
     */
    String list(String after, String before, String limit) {
        int most =
                Math.min(
                        KeptRoutes.most(limit.isEmpty() ? "" + PAGE : limit, LARGEST_PAGE),
                        journey.files().pageSize());
        List<KeptFile> found =
                before.isEmpty()
                        ? batches.batches(owner, cursor(after, "after_id"), most + 1)
                        : batches.before(
                                owner,
                                Objects.requireNonNull(cursor(before, "before_id")),
                                most + 1);
        boolean more = found.size() > most;
        // Of newer ones than asked for, the oldest are next to the cursor.
        List<KeptFile> shown =
                !more
                        ? found
                        : before.isEmpty() ? found.subList(0, most) : found.subList(1, most + 1);
        return MessageBatchJson.list(shown, more);
    }

    private static @Nullable UUID cursor(String said, String name) {
        Optional<UUID> id = MessageBatchJson.of(said);
        if (id.isEmpty() && !said.isEmpty()) {
            throw Fault.of(FaultCode.INVALID_VALUE, name + " must be an id of the list", name)
                    .asException();
        }
        return id.orElse(null);
    }

    /**
     * {@code GET /v1/messages/batches/{id}/results}, with originals; each answer is in the record
     * before.
     */
    byte[] results(String id) {
        KeptFile batch = known(id);
        byte[] said = ask(Errand.Kind.MESSAGES_RESULTS, batch);
        MessageResults results =
                new MessageResults(
                        new KeptAnswers(
                                journey,
                                caller,
                                head,
                                batch.place(),
                                files.lines(batch.place().id())));
        byte[] restored = results.restored(said);
        if (!batch.isRead()) {
            new LateRecord(journey)
                    .write(
                            batch.place(),
                            batch.place().id(),
                            results.ended(),
                            () -> !known(id).isRead());
        }
        return restored;
    }

    /**
     * {@code DELETE /v1/messages/batches/{id}}, of one that has ended. It is gone here whatever the
     * provider says then, which is asked again where it did not delete it.
     */
    String delete(String id) {
        KeptFile batch = known(id);
        if (!isEnded(batch) && !isEnded(seen(Errand.Kind.MESSAGES_BATCH, batch))) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "a batch is deleted once it has ended; cancel it first, see POST"
                                    + " /v1/messages/batches/{id}/cancel")
                    .asException();
        }
        boolean _ = register.delete(batch);
        if (RemoteFiles.isDeleted(
                courier,
                Errand.Kind.MESSAGES_DELETE,
                batch.place().destination(),
                batch.remoteId())) {
            register.goneThere(batch);
        }
        return MessageBatchJson.deleted(batch.place().id());
    }

    private static boolean isEnded(KeptFile batch) {
        return MessageBatchJson.isEnded(Objects.requireNonNull(batch.seen()));
    }
}
