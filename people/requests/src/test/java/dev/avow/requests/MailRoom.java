package dev.avow.requests;

import dev.avow.mail.KeptMail;
import dev.avow.mail.Outbox;
import dev.avow.mail.OutboxRun;
import dev.avow.prove.NotedAudit;
import dev.avow.testing.TestDatabase;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.InstantSource;

/** Where a test's mail is put, and whence it goes. */
final class MailRoom {

    final KeptMail mailer = new KeptMail();
    final Outbox outbox;
    private final OutboxRun run;

    MailRoom(TestDatabase database, NotedAudit audit, InstantSource clock) {
        outbox =
                new Outbox(
                        database.tenancy(),
                        database.keyring(),
                        Duration.ofDays(3),
                        1000,
                        () -> {},
                        clock);
        run = mailer.from(database, audit, clock);
    }

    void send() {
        boolean _ = run.run(TenantId.DEFAULT, () -> true);
    }
}
