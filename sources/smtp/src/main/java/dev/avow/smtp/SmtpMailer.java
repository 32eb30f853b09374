package dev.avow.smtp;

import dev.avow.mail.Delivery;
import dev.avow.mail.Mail;
import dev.avow.mail.Mailer;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Hands mail to a server by SMTP, a connection for each: few are sent, and none is held open. A try
 * ends in time also with a server that sends a byte now and then: what is interrupted closes its
 * connection, since it runs on a virtual thread.
 */
public final class SmtpMailer implements Mailer {

    private final SmtpServer server;
    private final Session ascii;
    private final Session utf8;

    public SmtpMailer(SmtpServer server) {
        this.server = server;
        this.ascii = SmtpSession.of(server, false);
        this.utf8 = SmtpSession.of(server, true);
    }

    @Override
    public Delivery send(Mail mail) {
        AtomicReference<Delivery> outcome =
                new AtomicReference<>(new Delivery.Deferred("it was not done in time", true));
        Thread work = Thread.ofVirtual().name("avow-smtp").start(() -> outcome.set(attempt(mail)));
        try {
            if (!work.join(server.wholePatience())) {
                Delivery late = outcome.get();
                work.interrupt();
                return late;
            }
            return outcome.get();
        } catch (InterruptedException stop) {
            work.interrupt();
            Thread.currentThread().interrupt();
            return new Delivery.Deferred("Avow was stopped", true);
        }
    }

    private Delivery attempt(Mail mail) {
        boolean beyondAscii = mail.to().needsUtf8() || server.from().needsUtf8();
        Session session = beyondAscii ? utf8 : ascii;
        SMTPTransport transport = new SMTPTransport(session, null);
        try {
            return handOver(mail, beyondAscii, session, transport);
        } catch (RuntimeException failed) {
            return new Delivery.Deferred(
                    "something went wrong here (" + failed.getClass().getName() + ")", false);
        } finally {
            close(transport);
        }
    }

    private Delivery handOver(
            Mail mail, boolean beyondAscii, Session session, SMTPTransport transport) {
        MimeMail mime;
        Address to;
        try {
            mime = MimeMail.of(session, mail, server.from(), server.fromName());
            to = MimeMail.address(mail.to());
        } catch (MessagingException unwritable) {
            return new Delivery.Refused("it cannot be written as a mail");
        }
        try {
            transport.connect(
                    server.host(), server.port(), server.user(), server.plaintextPassword());
        } catch (MessagingException failed) {
            return Outcomes.ofConnecting(failed);
        }
        if (beyondAscii && !transport.supportsExtension("SMTPUTF8")) {
            return new Delivery.Refused("the server takes no address beyond ASCII");
        }
        try {
            transport.sendMessage(mime, new Address[] {to});
            return Outcomes.accepted(transport.getLastServerResponse());
        } catch (MessagingException failed) {
            return Outcomes.ofSending(failed);
        }
    }

    /** What became of the mail is known by then. */
    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // It was to be given up in any case.
        }
    }

    /** Prints where the server is. */
    @Override
    public String toString() {
        return "SmtpMailer to " + server;
    }
}
