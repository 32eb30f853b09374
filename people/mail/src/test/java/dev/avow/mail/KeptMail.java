package dev.avow.mail;

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

    @Override
    public synchronized Delivery send(Mail mail) {
        if (answer instanceof Delivery.Accepted) {
            mails.add(mail);
        }
        return answer;
    }
}
