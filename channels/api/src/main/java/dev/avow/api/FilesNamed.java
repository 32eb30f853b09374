package dev.avow.api;

import dev.avow.arrive.Arrived;
import dev.avow.arrive.KeptFiles;
import dev.avow.arrive.Segment;
import dev.avow.decide.Decision;
import dev.avow.mask.Keepsake;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The files that a request names: whose they are, with whom they are kept, and what stands for what
 * in them.
 */
final class FilesNamed {

    private static final String FIELD = "file_id";

    private final Arrived arrived;
    private final UUID provider;
    private final Keepsake keepsake;

    private FilesNamed(Arrived arrived, UUID provider, Keepsake keepsake) {
        this.arrived = arrived;
        this.provider = provider;
        this.keepsake = keepsake;
    }

    /** Whether a request names any, so that a store must be asked. */
    static boolean isDue(Arrived arrived) {
        return !KeptFiles.of(arrived).isEmpty();
    }

    /**
     * Looks them up; blocks.
     *
     * @param most that a request may name
     * @throws FaultException where one is not there, or not this caller's, or kept with another
     *     provider than the first one, or where they are too many
     */
    static FilesNamed in(Arrived arrived, FileLookup lookup, int most) {
        Set<String> ids = new LinkedHashSet<>();
        KeptFiles.of(arrived).forEach(each -> ids.add(each.id()));
        if (ids.size() > most) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "a request may name at most "
                                    + most
                                    + " files; send several requests, or raise"
                                    + " AVOW_FILES_PER_REQUEST",
                            FIELD)
                    .asException();
        }
        Map<String, Segment.Known> known = new HashMap<>();
        Keepsake keepsake = Keepsake.empty();
        UUID provider = null;
        for (String id : ids) {
            FileLookup.Found file = lookup.find(id);
            if (provider != null && !provider.equals(file.provider())) {
                throw Fault.of(
                                FaultCode.INVALID_VALUE,
                                "these files are kept by different providers; upload them for one",
                                FIELD)
                        .asException();
            }
            provider = file.provider();
            known.put(id, file.known());
            keepsake = keepsake.and(file.keepsake());
        }
        return new FilesNamed(
                KeptFiles.told(arrived, id -> Objects.requireNonNull(known.get(id))),
                Objects.requireNonNull(provider),
                keepsake);
    }

    /**
     * What keeps back a request that is to leave masked, and names a file whose findings left in
     * clear: its id would bring them to a model for which they are to be masked.
     *
     * @return empty where nothing does
     */
    static Optional<Fault> refuse(Decision decision) {
        boolean masks =
                switch (decision) {
                    case Decision.Mask _ -> true;
                    // Where no policy matched, findings are masked (promise B1).
                    case Decision.Allow allow -> allow.policy() == null;
                    case Decision.Block _, Decision.Coach _, Decision.Gap _ -> false;
                };
        return masks
                        && KeptFiles.of(decision.classified().admitted().arrived()).stream()
                                .map(Segment.Kept::known)
                                .anyMatch(known -> known != null && known.inClear())
                ? Optional.of(
                        Fault.of(
                                FaultCode.INVALID_VALUE,
                                "file_id names a file that left unmasked, for another model or by"
                                        + " another policy, and what this model reads is masked;"
                                        + " upload it again with this model in the form's field"
                                        + " model",
                                FIELD))
                : Optional.empty();
    }

    /** The request with what is known of them. */
    Arrived arrived() {
        return arrived;
    }

    /** What stands for what in them. */
    Keepsake keepsake() {
        return keepsake;
    }

    /** Whether they are kept there. */
    boolean isWith(Destination destination) {
        return destination.providerId().equals(provider);
    }

    /** The fault of a model that cannot read them. */
    static Fault elsewhere() {
        return Fault.of(
                FaultCode.INVALID_VALUE,
                "this model is of another provider than the files; name one of theirs, or upload"
                        + " the files with this model in the form's field model",
                "model");
    }

    /** Prints nothing of them. */
    @Override
    public String toString() {
        return "FilesNamed";
    }
}
