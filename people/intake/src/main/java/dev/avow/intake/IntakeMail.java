package dev.avow.intake;

import dev.avow.mail.MailAddress;
import dev.avow.mail.MailDraft;
import dev.avow.mail.MailKind;
import dev.avow.mail.MailText;
import dev.avow.mail.Outbox;
import dev.avow.trust.Words;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Mails a code to whoever asked by the form, in the language of the form. Safe for any thread.
 *
 * @param outbox where mail is put
 * @param sender the controller's name; null where settings do not say it
 * @param url where this installation is reached, without a slash at its end; null where settings do
 *     not say it: the mail links nothing then, since what a caller takes for its name is theirs
 */
public record IntakeMail(Outbox outbox, @Nullable String sender, @Nullable String url) {

    void put(
            Handle handle,
            TenantId tenant,
            UUID id,
            MailAddress to,
            Words words,
            String plaintextCode,
            Instant expires) {
        Map<String, Object> values =
                Map.of(
                        "sender",
                        sender == null ? words.text("mail.us") : sender,
                        "code",
                        plaintextCode,
                        "until",
                        expires.truncatedTo(ChronoUnit.MINUTES),
                        "where",
                        url == null
                                ? words.text("mail.page")
                                : url + "/privacy/" + id + "?lang=" + words.language(),
                        "reference",
                        id.toString());
        boolean _ =
                outbox.put(
                        handle,
                        tenant,
                        new MailDraft(
                                "code/" + Ids.next(),
                                MailKind.VERIFICATION_CODE,
                                "form",
                                "privacy_request",
                                id,
                                null,
                                to,
                                new MailText(
                                        words.text("mail.subject"),
                                        words.text("mail.text", values),
                                        List.of()),
                                expires));
    }

    @Override
    public String toString() {
        return "IntakeMail";
    }
}
