package dev.avow.mail;

import dev.avow.prove.AuditLog;
import dev.avow.testing.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A mailer that keeps what it is given: for tests of those who send. Safe for any thread. */
public final class KeptMail implements Mailer {

    private final List<Mail> mails = new ArrayList<>();
    private Delivery answer = new Delivery.Accepted("250 2.0.0");

    /** What it says from now on; it keeps what it accepts alone. */
    public synchronized void answer(Delivery next) {
        answer = next;
    }

    /** Oldest first. */
    public synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** What takes mails out of a database's outbox and gives them to this one. */
    public OutboxRun from(TestDatabase database, AuditLog audit, InstantSource clock) {
        return run(this, database, audit, clock);
    }

    static OutboxRun run(
            Mailer mailer, TestDatabase database, AuditLog audit, InstantSource clock) {
        return new OutboxRun(
                database.tenancy(),
                database.keyring(),
                mailer,
                Duration.ofMinutes(3),
                Duration.ofHours(1),
                audit,
                clock);
    }

    @Override
    public synchronized Delivery send(Mail mail) {
        if (answer instanceof Delivery.Accepted) {
            mails.add(mail);
        }
        return answer;
    }
}
