package dev.avow.app;

import dev.avow.backup.KeyMirror;
import dev.avow.settings.Settings;
import dev.avow.words.FaultException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The copy of the keys that is kept apart from the data ({@code AVOW_KEYS_BACKUP_DIR}). */
final class KeyCopies {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCopies.class);

    private KeyCopies() {}

    /** Empty where none is kept. */
    static Optional<KeyMirror> of(Settings settings) {
        return settings.backups()
                .keysDir()
                .map(to -> new KeyMirror(settings.keysDir(), to, settings.masterKeyFile()));
    }

    /** Takes out of it what was destroyed; where that fails, the next round does. */
    static void followLater(Settings settings) {
        try {
            of(settings).ifPresent(KeyMirror::refresh);
        } catch (FaultException later) {
            LOG.warn("the copy of the keys is behind: {}", later.getClass().getName());
        }
    }
}
