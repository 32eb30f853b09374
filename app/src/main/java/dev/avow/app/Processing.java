package dev.avow.app;

import dev.avow.processing.Controller;
import dev.avow.processing.ProcessingRecords;
import dev.avow.record.EgressLog;
import dev.avow.retain.Schedule;
import dev.avow.settings.ControllerSettings;
import dev.avow.settings.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The record of processing activities, with what only this installation knows. */
final class Processing {

    private Processing() {}

    static ProcessingRecords of(
            Settings settings, Storage storage, EgressLog egress, Schedule schedule) {
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
                Clock.systemUTC());
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
