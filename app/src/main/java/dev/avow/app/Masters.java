package dev.avow.app;

import com.google.crypto.tink.Aead;
import dev.avow.kms.KeyService;
import dev.avow.kms.KeyServiceAccess;
import dev.avow.sealing.KeyServiceException;
import dev.avow.sealing.MasterKey;
import dev.avow.settings.BadSetting;
import dev.avow.settings.KeyServiceSettings;
import dev.avow.settings.Settings;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The master key, as the settings say where it lies and who keeps its key. */
final class Masters {

    private Masters() {}

    /** Makes one for an installation that is made now. */
    static MasterKey of(Settings settings) {
        Path file = settings.masterKeyFile();
        if (!Files.exists(file) && DatabaseServer.isMade(settings)) {
            throw Fault.of(
                            FaultCode.NOT_FOUND,
                            "there is no master key at "
                                    + file
                                    + ", and the database in "
                                    + settings.home()
                                    + " was made with one; check AVOW_MASTER_KEY_FILE, or put it"
                                    + " back from your key backup")
                    .asException();
        }
        return MasterKey.readOrCreate(file, service(settings));
    }

    /**
     * The key service; empty where none is set.
     *
     * @throws BadSetting where it cannot be told which, or what it needs is missing
     */
    static Optional<Aead> service(Settings settings) {
        KeyServiceSettings set = settings.keyService();
        if (set.key().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    KeyService.of(
                            new KeyServiceAccess(
                                    set.key().get(),
                                    set.endpoint(),
                                    set.tokenFile(),
                                    set.patience())));
        } catch (KeyServiceException wrong) {
            throw new BadSetting(String.valueOf(wrong.getMessage()));
        }
    }
}
