package dev.avow.api;

import dev.avow.admit.Caller;
import dev.avow.mask.Errand;
import dev.avow.mask.Errands;
import dev.avow.record.FileRegister;
import dev.avow.record.KeptFile;
import dev.avow.record.KeptPlace;
import dev.avow.words.Destination;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files as the providers that keep them know them. */
final class RemoteFiles {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteFiles.class);

    private RemoteFiles() {}

    /**
     * The provider's id of a file that it took.
     *
     * @throws FaultException where its answer names none
     */
    static String id(byte[] answer) {
        return JsonMembers.read(answer)
                .flatMap(file -> file.word("id"))
                .filter(Errands::isId)
                .orElseThrow(ProviderWords::unclear);
    }

    /**
     * Where a file is kept from now on, under a new id of ours.
     *
     * @param at whose it is; its model does not count
     * @param kept for how long it is known here
     */
    static KeptPlace place(Caller caller, Destination at, Route route, Duration kept) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new KeptPlace(
                caller.tenant(),
                Ids.next(),
                caller.userId(),
                caller.apiKeyId(),
                new Destination(at.tenant(), at.providerId(), at.platformId(), at.host(), ""),
                route,
                now,
                now.plus(kept));
    }

    /** Nobody could name it any more, so it should not stay there. */
    static void takeBack(Courier courier, FileRegister register, KeptFile file) {
        // A batch that runs cannot be deleted yet.
        if (file.purpose() != KeptFile.Purpose.MESSAGE_BATCH
                && isDeleted(
                        courier, Errand.Kind.DELETE, file.place().destination(), file.remoteId())) {
            return;
        }
        try {
            register.leave(file);
        } catch (RuntimeException notNoted) {
            LOG.warn("a file that is not known here stays with its provider");
        }
    }

    /** Whether an answer says that something is deleted; a status of 200 alone does not. */
    static boolean saysDeleted(byte[] answer) {
        return JsonMembers.read(answer)
                .filter(said ->
                        said.isTrue("deleted")
                                || said.text("type").equals(Optional.of("message_batch_deleted")))
                .isPresent();
    }

    /** Asks for its deletion; whether it is not there any more. */
    static boolean isDeleted(
            Courier courier, Errand.Kind kind, Destination destination, String remoteId) {
        try {
            return saysDeleted(courier.run(Errands.about(kind, destination, remoteId)));
        } catch (RuntimeException failed) {
            return failed instanceof FaultException known
                    && known.fault().code() == FaultCode.NOT_FOUND;
        }
    }
}
