package dev.avow.requests;

import dev.avow.mail.MailAddress;
import dev.avow.mail.MailDraft;
import dev.avow.mail.MailKind;
import dev.avow.mail.MailText;
import dev.avow.mail.Outbox;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Mails a code to whoever asked, so that nobody else sees it (promise P6). Safe for any thread.
 *
 * @param outbox where mail is put
 * @param sender the controller's name; null where settings do not say it
 * @param contact how the sender is reached; null as above
 */
public record CodeMail(Outbox outbox, @Nullable String sender, @Nullable String contact) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /**
     * Puts the mail in, in the transaction that makes the code.
     *
     * @throws dev.avow.words.FaultException CONFLICT where no mail can be sent to the contact
     */
    void put(
            Handle handle,
            TenantId tenant,
            UUID request,
            @Nullable String plaintextContact,
            String plaintextCode,
            Instant expires) {
        MailAddress to =
                MailAddress.parse(plaintextContact == null ? "" : plaintextContact)
                        .orElseThrow(() ->
                                Fault.of(
                                                FaultCode.CONFLICT,
                                                "mail cannot be sent to this request's contact;"
                                                        + " verify it with a token of your own",
                                                "contact")
                                        .asException());
        boolean _ =
                outbox.put(
                        handle,
                        tenant,
                        new MailDraft(
                                "code/" + Ids.next(),
                                MailKind.VERIFICATION_CODE,
                                "",
                                "privacy_request",
                                request,
                                null,
                                to,
                                new MailText(
                                        "A code for your request about personal data",
                                        text(request, plaintextCode, expires),
                                        List.of()),
                                expires));
    }

    private String text(UUID request, String plaintextCode, Instant expires) {
        return """
        Somebody who gave this e-mail address asked %s about personal data.
        If that was you, this code shows that the address is yours:

        %s

        Give it to whoever handles your request%s. It counts until %s, once.

        If it was not you, do nothing: without the code your data is neither shown nor changed.

        Reference: %s
        """
                .formatted(
                        sender == null ? "us" : sender,
                        plaintextCode,
                        contact == null ? "" : ": " + contact,
                        TIME.format(expires),
                        request);
    }

    @Override
    public String toString() {
        return "CodeMail";
    }
}
