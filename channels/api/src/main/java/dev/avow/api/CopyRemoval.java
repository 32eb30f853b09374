package dev.avow.api;

import dev.avow.ask.Asking;
import dev.avow.mask.Errand;
import dev.avow.mask.Errands;
import dev.avow.record.RemoteCopies;
import dev.avow.record.RemoteCopy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.TenantId;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks providers to delete what is not kept here any more: files, and what batches brought that
 * nobody looked up. What they do not delete is asked for again later. Blocks; safe for any thread
 * and on several nodes.
 */
public final class CopyRemoval {

    /** Of a batch that brings nothing more (OpenAI's API reference, "The batch object"). */
    private static final Set<String> OVER = Set.of("completed", "failed", "expired", "cancelled");

    private final RemoteCopies copies;
    private final Courier courier;

    /**
     * @param context the event loop on which providers are asked
     * @param timeout until an answer counts as none
     */
    public CopyRemoval(RemoteCopies copies, Asking asking, Context context, Duration timeout) {
        this.copies = copies;
        this.courier = new Courier(asking, context, timeout);
    }

    /**
     * Asks for all that is due of a tenant. A provider that does not serve is asked no more this
     * time.
     *
     * @param goOn asked between two; false ends it there
     */
    public void run(TenantId tenant, BooleanSupplier goOn) {
        Set<UUID> resting = new HashSet<>();
        while (goOn.getAsBoolean()) {
            Optional<RemoteCopy> due = copies.take(tenant, resting);
            if (due.isEmpty()) {
                return;
            }
            RemoteCopy copy = due.get();
            try {
                ask(copy);
            } catch (FaultException failed) {
                Fault fault = failed.fault();
                if (fault.code() == FaultCode.NOT_FOUND) {
                    copies.missing(copy);
                } else {
                    copies.stays(copy, why(fault));
                    if (fault.code().kind() != FaultCode.Kind.CALLER) {
                        resting.add(copy.destination().providerId());
                    }
                }
            }
        }
    }

    private void ask(RemoteCopy copy) {
        switch (copy.kind()) {
            case FILE -> deleted(Errand.Kind.DELETE, copy);
            case BATCH -> {
                JsonMembers said = run(Errand.Kind.BATCH, copy);
                String status = said.word("status").orElseThrow(ProviderWords::unclear);
                if (OVER.contains(status)) {
                    copies.deleted(copy, brought(said));
                    return;
                }
                if (!status.equals("cancelling")) {
                    JsonMembers _ = run(Errand.Kind.CANCEL, copy);
                }
                copies.stays(copy, "it is being cancelled; what it brought goes when it has ended");
            }
            case MESSAGE_BATCH -> messages(copy);
        }
    }

    /** It holds its requests and their answers itself, and can be deleted once it has ended. */
    private void messages(RemoteCopy copy) {
        String status =
                run(Errand.Kind.MESSAGES_BATCH, copy)
                        .word("processing_status")
                        .orElseThrow(ProviderWords::unclear);
        if (status.equals(MessageBatchJson.ENDED)) {
            deleted(Errand.Kind.MESSAGES_DELETE, copy);
            return;
        }
        if (!status.equals("canceling")) {
            JsonMembers _ = run(Errand.Kind.MESSAGES_CANCEL, copy);
        }
        copies.stays(copy, "it is being cancelled; it goes when it has ended");
    }

    private void deleted(Errand.Kind kind, RemoteCopy copy) {
        if (RemoteFiles.saysDeleted(answer(kind, copy))) {
            copies.deleted(copy);
        } else {
            copies.stays(copy, "the provider did not answer that it is deleted");
        }
    }

    private JsonMembers run(Errand.Kind kind, RemoteCopy copy) {
        return JsonMembers.read(answer(kind, copy)).orElseThrow(ProviderWords::unclear);
    }

    private byte[] answer(Errand.Kind kind, RemoteCopy copy) {
        return courier.run(Errands.about(kind, copy.destination(), copy.remoteId()));
    }

    private static List<String> brought(JsonMembers batch) {
        return Stream.of("output_file_id", "error_file_id")
                .flatMap(member -> batch.word(member).filter(Errands::isId).stream())
                .toList();
    }

    /** Null where nobody answered. */
    private static @Nullable String why(Fault fault) {
        if (fault.code() == FaultCode.MODEL_NOT_FOUND) {
            return "the provider was removed here, and its key with it";
        }
        return fault.code() == FaultCode.PROVIDER_REFUSED
                        || fault.code().kind() == FaultCode.Kind.CALLER
                ? fault.message()
                : null;
    }
}
