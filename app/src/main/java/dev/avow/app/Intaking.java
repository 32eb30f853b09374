package dev.avow.app;

import dev.avow.control.PrivacyFormRoutes;
import dev.avow.intake.Intake;
import dev.avow.intake.IntakeMail;
import dev.avow.intake.IntakeRules;
import dev.avow.prove.AuditLog;
import dev.avow.requests.PrivacyRequests;
import dev.avow.settings.PrivacyFormSettings;
import dev.avow.settings.Settings;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The public form for requests about personal data, furnished; there is none where it is off. */
final class Intaking {

    private Intaking() {}

    static PrivacyFormRoutes routes(
            Settings settings,
            Storage storage,
            AuditLog audit,
            PrivacyRequests requests,
            Mailing mailing) {
        PrivacyFormSettings form = settings.privacyForm();
        IntakeRules rules =
                new IntakeRules(
                        form.unverifiedLife(),
                        form.perNetwork(),
                        form.perHour(),
                        form.codesPerDay());
        @Nullable String controller = settings.controller().name().orElse(null);
        Intake intake =
                form.enabled()
                        ? new Intake(
                                storage.tenancy(),
                                storage.keyring(),
                                audit,
                                requests,
                                new IntakeMail(
                                        mailing.outbox(),
                                        controller,
                                        settings.publicUrl().orElse(null)),
                                rules,
                                Clock.systemUTC())
                        : null;
        return new PrivacyFormRoutes(
                intake, controller, settings.controller().contact().orElse(null), rules);
    }
}
