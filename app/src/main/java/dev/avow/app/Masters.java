package dev.avow.app;

import com.google.crypto.tink.Aead;
import dev.avow.kms.KeyService;
import dev.avow.kms.KeyServiceAccess;
import dev.avow.sealing.KeyServiceException;
import dev.avow.sealing.MasterKey;
import dev.avow.settings.BadSetting;
import dev.avow.settings.KeyServiceSettings;
import dev.avow.settings.Settings;
import java.util.Optional;

/** The master key, as the settings say where it lies and who keeps its key. */
final class Masters {

    private Masters() {}

    static MasterKey of(Settings settings) {
        return MasterKey.readOrCreate(settings.masterKeyFile(), service(settings));
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
