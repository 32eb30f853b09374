package dev.avow.app;

import dev.avow.accounts.FirstAccount;
import dev.avow.settings.BadSetting;
import dev.avow.settings.Settings;
import dev.avow.words.FaultException;

/** The first account, as {@code AVOW_ADMIN_EMAIL} and {@code AVOW_ADMIN_PASSWORD} want it. */
final class FirstAdministrator {

    private FirstAdministrator() {}

    /**
     * Makes it where nobody has an account yet; does nothing where the settings want none.
     *
     * @throws BadSetting where one of them will not do, also where there are accounts
     */
    static void make(Settings settings, FirstAccount account) {
        settings.adminEmail().ifPresent(email -> make(settings, account, email));
    }

    private static void make(Settings settings, FirstAccount account, String email) {
        try {
            account.createFromSettings(email, settings.plaintextAdminPassword().orElseThrow());
        } catch (FaultException wrong) {
            throw switch (String.valueOf(wrong.fault().fieldOrNull())) {
                case "email" ->
                        new BadSetting(
                                "AVOW_ADMIN_EMAIL must be an e-mail address, like"
                                        + " ada@example.org");
                case "password" ->
                        new BadSetting(
                                "AVOW_ADMIN_PASSWORD will not do: " + wrong.fault().message());
                default -> wrong;
            };
        }
    }
}
