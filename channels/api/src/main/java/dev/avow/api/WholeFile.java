package dev.avow.api;

import dev.avow.admit.Caller;
import dev.avow.mask.Keepsake;
import dev.avow.restore.KeptLine;
import dev.avow.restore.PlainRestorer;
import java.util.List;

/** Room 07 for a file that requests name: its owner gets it with originals. */
final class WholeFile {

    private final Journey journey;
    private final Caller caller;

    WholeFile(Journey journey, Caller caller) {
        this.journey = journey;
        this.caller = caller;
    }

    /**
     * A file as its owner may see it.
     *
     * @param lines what is kept of it; where nothing stands for anything it stays as it is
     */
    byte[] restored(byte[] left, List<KeptLine> lines) {
        Keepsake keepsake =
                lines.stream().map(KeptLine::keepsake).reduce(Keepsake.empty(), Keepsake::and);
        return keepsake.isEmpty()
                ? left
                : new PlainRestorer(
                                journey.classifiers().of(caller.tenant()).detector(),
                                journey.budget(),
                                keepsake,
                                null)
                        .restore(left);
    }
}
