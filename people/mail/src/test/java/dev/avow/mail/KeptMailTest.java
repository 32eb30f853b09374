package dev.avow.mail;

import java.util.List;

/** O2: the mailer of tests does what every mailer does. */
final class KeptMailTest extends MailerContract {

    private final KeptMail kept = new KeptMail();

    @Override
    protected Mailer mailer() {
        return kept;
    }

    @Override
    protected List<Received> received() {
        return kept.mails().stream()
                .map(mail ->
                        new Received(
                                mail.to().plaintext(),
                                mail.text().plaintextSubject(),
                                mail.text().plaintextBody(),
                                "<" + mail.id() + "@avow.example>",
                                "auto-generated",
                                mail.text().attachments().stream()
                                        .map(PdfAttachment::bytes)
                                        .toList()))
                .toList();
    }

    @Override
    protected void refuseRecipientsWith(int code) {
        kept.answer(
                code >= 500
                        ? new Delivery.Refused(code + " 5.1.1")
                        : new Delivery.Deferred(code + " 4.1.1", false));
    }

    @Override
    protected void goAway() {
        kept.answer(new Delivery.Deferred("the server cannot be reached", true));
    }
}
