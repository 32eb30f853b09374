package dev.avow.app;

import dev.avow.smtp.LocalMailServer;
import dev.avow.smtp.LocalMailServer.Taken;

/** What arrives at an address. */
final class Mailbox {

    private Mailbox() {}

    /** The first mail to an address, once it has arrived. */
    static Taken of(LocalMailServer mail, String address) {
        Eventually.holds(
                "a mail arrives",
                () -> mail.mails().stream().anyMatch(each -> each.to().equals(address)));
        return mail.mails().stream()
                .filter(each -> each.to().equals(address))
                .findFirst()
                .orElseThrow();
    }
}
