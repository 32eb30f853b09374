package dev.avow.smtp;

import dev.avow.mail.Mail;
import dev.avow.mail.MailAddress;
import dev.avow.mail.PdfAttachment;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * A mail as MIME: plain text in UTF-8, and PDFs beside it where there are some. It says that a
 * program sent it (RFC 3834), so that no other program answers.
 */
final class MimeMail extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String messageId;

    private MimeMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MimeMail of(Session session, Mail mail, MailAddress from, @Nullable String fromName)
            throws MessagingException {
        MimeMail mime = new MimeMail(session, "<" + mail.id() + "@" + from.domain() + ">");
        try {
            mime.setFrom(
                    fromName == null
                            ? new InternetAddress(from.plaintext())
                            : new InternetAddress(from.plaintext(), fromName, UTF_8));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("the JVM has no UTF-8", impossible);
        }
        mime.setRecipient(Message.RecipientType.TO, address(mail.to()));
        mime.setSubject(mail.text().plaintextSubject(), UTF_8);
        mime.setSentDate(Date.from(mail.at()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        if (mail.text().attachments().isEmpty()) {
            mime.setText(mail.text().plaintextBody(), UTF_8);
        } else {
            mime.setContent(parts(mail));
        }
        mime.saveChanges();
        return mime;
    }

    static InternetAddress address(MailAddress to) throws MessagingException {
        return new InternetAddress(to.plaintext());
    }

    private static MimeMultipart parts(Mail mail) throws MessagingException {
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text().plaintextBody(), UTF_8);
        parts.addBodyPart(text);
        for (PdfAttachment each : mail.text().attachments()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(
                    new DataHandler(new ByteArrayDataSource(each.bytes(), "application/pdf")));
            part.setFileName(each.name());
            parts.addBodyPart(part);
        }
        return parts;
    }

    /** The same at each try. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
