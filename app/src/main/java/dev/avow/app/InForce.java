package dev.avow.app;

import dev.avow.prove.BrokenLog;
import dev.avow.retain.Kept;
import dev.avow.retain.Schedule;
import dev.avow.retention.SettingsHistory;
import dev.avow.settings.Settings;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings that decide what happens to people's data: each start says where they changed. */
final class InForce {

    private static final Logger LOG = LoggerFactory.getLogger(InForce.class);

    private InForce() {}

    /** By name. Holds no secret and no place. */
    static Map<String, String> values(Settings settings, Schedule schedule) {
        Map<String, String> values = new TreeMap<>();
        values.put("profile", schedule.profile().id());
        for (Kept kept : Kept.values()) {
            values.put("retention." + kept.id(), schedule.term(kept).text());
        }
        values.put(
                "archive",
                schedule.archiveAfter().map(after -> "after " + days(after)).orElse("off"));
        values.put("account_recovery", days(settings.rights().accountRecovery()));
        values.put(
                "batch_retention",
                days(Duration.ofDays(settings.attachments().batchRetentionDays())));
        values.put(
                "backups",
                settings.backups().enabled()
                        ? "every %d hours, kept %s"
                                .formatted(
                                        settings.backups().every().toHours(),
                                        days(settings.backups().retention()))
                        : "off");
        values.put("region", settings.region());
        values.put(
                "allowed_regions",
                settings.allowedRegions().isEmpty()
                        ? "any"
                        : String.join(", ", settings.allowedRegions()));
        values.put("attachments.images", settings.attachments().images());
        values.put("attachments.audio", settings.attachments().audio());
        return values;
    }

    /** For every tenant; to be called before retention runs. */
    static void note(SettingsHistory history, Tenancy tenancy, Map<String, String> values) {
        for (TenantId tenant : tenancy.tenants()) {
            try {
                var _ = history.note(tenant, values);
            } catch (BrokenLog broken) {
                // Noted at the first start after the log was mended; the other tenants go on.
                LOG.error("tenant {}: {}", tenant, broken.getMessage());
            }
        }
    }

    private static String days(Duration duration) {
        return duration.toDays() + " days";
    }
}
