package dev.avow.app;

import dev.avow.mail.Outbox;
import dev.avow.processing.Controller;
import dev.avow.processing.ProcessingRecord.Recipient;
import dev.avow.processing.ProcessingRecords;
import dev.avow.record.EgressLog;
import dev.avow.retain.Schedule;
import dev.avow.settings.ControllerSettings;
import dev.avow.settings.Settings;
import dev.avow.words.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The record of processing activities, with what only this installation knows. */
final class Processing {

    private Processing() {}

    static ProcessingRecords of(
            Settings settings,
            Storage storage,
            EgressLog egress,
            Schedule schedule,
            Outbox outbox) {
        ControllerSettings said = settings.controller();
        return new ProcessingRecords(
                storage.tenancy(),
                egress,
                schedule,
                new Controller(
                        said.name().orElse(null),
                        said.contact().orElse(null),
                        said.representative().orElse(null),
                        said.dataProtectionOfficer().orElse(null)),
                settings.region(),
                further(settings, schedule),
                tenant -> mail(settings, outbox, tenant),
                Clock.systemUTC());
    }

    /** Whoever runs the mail server can read what is mailed. */
    private static List<Recipient> mail(Settings settings, Outbox outbox, TenantId tenant) {
        return settings.mail().server().stream()
                .flatMap(server ->
                        outbox.sent(tenant).stream()
                                .map(sent ->
                                        new Recipient(
                                                server.host(),
                                                "mail server",
                                                Recipient.MAIL,
                                                null,
                                                null,
                                                null,
                                                sent.first(),
                                                sent.last(),
                                                sent.mails())))
                .toList();
    }

    private static List<String> further(Settings settings, Schedule schedule) {
        List<String> measures = new ArrayList<>();
        if (settings.backups().enabled()) {
            measures.add(
                    "Sealed backups every %d hours, kept %d days"
                            .formatted(
                                    settings.backups().every().toHours(),
                                    settings.backups().retention().toDays()));
        }
        if (!settings.allowedRegions().isEmpty()) {
            measures.add(
                    "Requests leave for these regions alone: "
                            + String.join(", ", settings.allowedRegions()));
        }
        schedule.archiveAfter()
                .ifPresent(after ->
                        measures.add(
                                "Interactions move to a sealed archive after "
                                        + after.toDays()
                                        + " days"));
        return measures;
    }
}
