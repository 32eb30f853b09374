package dev.avow.requests;

import dev.avow.words.Fault;
import dev.avow.words.GivenText;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as it comes in.
 *
 * @param plaintextContact an e-mail address
 * @param plaintextSubject what the tenant's systems know the person by; null where nothing
 * @param plaintextDetails up to 4,000 characters; may be empty
 * @param receivedAt null: the time of the call
 */
public record RequestDraft(
        RequestKind kind,
        Law law,
        String plaintextContact,
        @Nullable String plaintextSubject,
        String plaintextDetails,
        @Nullable Instant receivedAt) {

    private static final int LONGEST_CONTACT = 254; // RFC 5321, section 4.5.3.1.3
    private static final int LONGEST_SUBJECT = 500;
    static final int LONGEST_TEXT = 4_000;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]+");

    /**
     * Checks it.
     *
     * @throws dev.avow.words.FaultException INVALID_VALUE, naming the field
     */
    void check(Instant now) {
        if (plaintextContact.length() > LONGEST_CONTACT
                || !ADDRESS.matcher(plaintextContact).matches()) {
            throw Fault.wrong(
                    "contact", "contact is an e-mail address, at which the person is answered");
        }
        if (plaintextSubject != null) {
            GivenText.require("subject_reference", plaintextSubject, LONGEST_SUBJECT);
        }
        if (!plaintextDetails.isEmpty()) {
            GivenText.require("details", plaintextDetails, LONGEST_TEXT);
        }
        if (receivedAt != null && receivedAt.isAfter(now)) {
            throw Fault.wrong("received_at", "received_at is in the future; leave it out for now");
        }
    }

    /** Prints what is asked for, and nothing of who asks. */
    @Override
    public String toString() {
        return "RequestDraft of " + kind;
    }
}
