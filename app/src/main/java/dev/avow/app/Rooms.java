package dev.avow.app;

import dev.avow.admit.Admission;
import dev.avow.api.BatchRules;
import dev.avow.api.BodyRoom;
import dev.avow.api.FileRules;
import dev.avow.api.Journey;
import dev.avow.api.Uploads;
import dev.avow.arrive.DocumentReader;
import dev.avow.ask.Asking;
import dev.avow.decide.AttachmentRules;
import dev.avow.record.FileRegister;
import dev.avow.record.Recorder;
import dev.avow.retain.HoldLock;
import dev.avow.settings.AttachmentSettings;
import dev.avow.settings.Settings;
import dev.avow.telemetry.Uses;
import java.time.Clock;
import java.util.concurrent.Executor;

/** The rooms that a message passes, furnished. */
final class Rooms {

    private Rooms() {}

    /** By settings. */
    static Journey furnished(
            Settings settings,
            Storage storage,
            Services services,
            Asking asking,
            Recorder recorder,
            DocumentReader documents,
            Executor blocking,
            Uses uses) {
        AttachmentSettings attachments = settings.attachments();
        FileRules files = BySettings.files(settings.files());
        return new Journey(
                services.callers(),
                services.registry()::models,
                services.registry(),
                new Admission(Clock.systemUTC()),
                services.classifiers(),
                services.currentPolicies(),
                services.spending(),
                asking,
                settings.classification().budget(),
                storage.keyring(),
                recorder,
                blocking,
                settings.maxBodyBytes(),
                new BodyRoom(settings.maxBodiesBytes()),
                new Uploads(attachments.maxUploadBytes(), attachments.maxUploads(), files),
                new AttachmentRules(
                        AttachmentRules.Reach.of(attachments.images()),
                        AttachmentRules.Reach.of(attachments.audio())),
                documents,
                BySettings.holdBack(settings.answers()),
                Receiving.by(settings, services.registry()),
                new FileRegister(storage.tenancy(), storage.keyring(), HoldLock::shared),
                BatchRules.of(
                        attachments.batchMaxLines(),
                        settings.maxBodyBytes(),
                        attachments.batchRetentionDays()),
                files,
                uses);
    }
}
