package dev.avow.accounts;

import dev.avow.mail.MailAddress;
import dev.avow.mail.MailDraft;
import dev.avow.mail.MailKind;
import dev.avow.mail.MailText;
import dev.avow.mail.Outbox;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Mails the link of an invitation to whom it is for, so that nobody else sees it (promises I3, O2).
 * Safe for any thread.
 *
 * @param outbox where mail is put
 * @param sender the controller's name; null where settings do not say it
 * @param url where people reach the console, without a slash at its end
 */
public record InvitationMail(Outbox outbox, @Nullable String sender, Supplier<String> url) {

    private static final String RESOURCE = "user_invitation";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /**
     * Puts the mail in, in the transaction that makes the link.
     *
     * @throws dev.avow.words.FaultException CONFLICT where no mail can be sent to the address
     */
    void put(Handle handle, User to, String plaintextLink, Instant expires) {
        MailAddress address =
                MailAddress.parse(to.email())
                        .orElseThrow(() ->
                                Fault.of(
                                                FaultCode.CONFLICT,
                                                "mail cannot be sent to this address; ask for the"
                                                        + " link, with \"mail\": false",
                                                "mail")
                                        .asException());
        boolean _ =
                outbox.put(
                        handle,
                        to.tenant(),
                        new MailDraft(
                                "invitation/" + Ids.next(),
                                MailKind.INVITATION,
                                "",
                                RESOURCE,
                                to.id(),
                                to.id(),
                                address,
                                new MailText(
                                        "You are invited to Avow",
                                        text(plaintextLink, expires),
                                        List.of()),
                                expires));
    }

    /** What waits with a link that counts no more is not sent. */
    void forget(Handle handle, UUID user) {
        int _ = outbox.giveUp(handle, RESOURCE, user, "the invitation counts no more");
    }

    private String text(String plaintextLink, Instant expires) {
        return """
        %s invites you to Avow, through which language models are used there.

        Open this link and choose a password:

        %s%s

        It counts until %s, once. Whoever opens it can sign in as you: keep it to yourself.

        If you do not know what this is about, do nothing: without the link nobody can sign in.
        """
                .formatted(
                        sender == null ? "Somebody" : sender,
                        url.get(),
                        plaintextLink,
                        TIME.format(expires));
    }

    @Override
    public String toString() {
        return "InvitationMail";
    }
}
