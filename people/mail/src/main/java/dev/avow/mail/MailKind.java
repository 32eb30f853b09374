package dev.avow.mail;

import java.util.Locale;

/** What a mail is for. */
public enum MailKind {
    /** A code that proves whose an address is. A newer one for the same takes its place. */
    VERIFICATION_CODE,
    /** A letter to somebody who asked something of their data. */
    LETTER,
    /** That a limit of the law draws near; to those who administer. */
    REMINDER,
    /** What went wrong with somebody's data; to them, or to an authority. */
    INCIDENT_NOTICE,
    /** That what the public page says of data will change; to everybody with an account. */
    TRUST_NOTICE,
    /** A link by which somebody sets the password of their account. */
    INVITATION;

    /** As the API and the database name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
