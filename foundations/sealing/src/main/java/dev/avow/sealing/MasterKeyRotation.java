package dev.avow.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Changes which versions of the master key its file holds. A rotation is: {@link #add}, and wait
 * until every process knows the new version; {@link #promote}; wrap anew all that an older version
 * wrapped ({@link Rewrapping}); {@link #retireOthers}. Each step done again changes nothing more.
 *
 * <p>The file is replaced as a whole, so a death leaves it as it was before or after a step. One
 * process at a time may change it. Blocks.
 */
public final class MasterKeyRotation {

    private final MasterKey master;
    private final Path file;
    private final Optional<Aead> service;

    MasterKeyRotation(MasterKey master, Path file, Optional<Aead> service) {
        this.master = master;
        this.file = file;
        this.service = service;
    }

    /**
     * Adds a version, which opens but does not wrap yet.
     *
     * @return false where there is such a one already
     */
    public boolean add() {
        return change(keyset ->
                newestIsLast(keyset)
                        ? KeyVersions.withAnother(keyset, MasterKeyFile::fresh)
                        : keyset);
    }

    /** Makes the version that was added last the newest. */
    public void promote() {
        boolean _ =
                change(keyset -> KeyVersions.led(keyset, keyset.getAt(keyset.size() - 1).getId()));
    }

    /** Destroys every version but the newest. What only they open is gone. */
    public void retireOthers() {
        boolean _ = change(keyset -> KeyVersions.only(keyset, _ -> false));
    }

    private static boolean newestIsLast(KeysetHandle keyset) {
        return keyset.getAt(keyset.size() - 1).isPrimary();
    }

    private boolean change(MasterKeyFile.Change change) {
        boolean changed;
        try {
            changed = MasterKeyFile.change(file, service, change);
        } catch (GeneralSecurityException damaged) {
            throw MasterKeyFile.isDamaged(file, damaged);
        }
        master.refresh();
        return changed;
    }

    @Override
    public String toString() {
        return "MasterKeyRotation";
    }
}
