package dev.avow.settings;

import java.util.Optional;

/**
 * Who answers for what happens to people's data here (GDPR Art. 30(1)(a)); each is empty where it
 * is not said. Immutable.
 */
public final class ControllerSettings {

    private final SettingsReader reader;

    ControllerSettings(SettingsReader reader) {
        this.reader = reader;
    }

    public Optional<String> name() {
        return reader.optional(Setting.CONTROLLER_NAME);
    }

    /** An address, of either kind. */
    public Optional<String> contact() {
        return reader.optional(Setting.CONTROLLER_CONTACT);
    }

    /** Name and contact of the representative in the Union (GDPR Art. 27). */
    public Optional<String> representative() {
        return reader.optional(Setting.CONTROLLER_REPRESENTATIVE);
    }

    /** Name and contact. */
    public Optional<String> dataProtectionOfficer() {
        return reader.optional(Setting.DATA_PROTECTION_OFFICER);
    }
}
