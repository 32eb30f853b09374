package dev.avow.intake;

import dev.avow.mail.MailAddress;
import dev.avow.requests.Law;
import dev.avow.requests.RequestDraft;
import dev.avow.requests.RequestKind;
import dev.avow.trust.Words;
import dev.avow.words.Fault;
import dev.avow.words.GivenText;
import java.time.Instant;

/**
 * What somebody sent by the form.
 *
 * @param law of the place where they live
 * @param plaintextDetails up to 1,500 characters, as many as fit into a form's body in any script;
 *     may be empty
 * @param words of the language in which they read it
 */
public record IntakeForm(
        RequestKind kind, Law law, String plaintextEmail, String plaintextDetails, Words words) {

    static final int LONGEST_DETAILS = 1_500;

    /**
     * Where codes go.
     *
     * @throws dev.avow.words.FaultException INVALID_VALUE naming the field {@code email}
     */
    MailAddress address() {
        return MailAddress.parse(plaintextEmail.strip())
                .orElseThrow(() -> Fault.wrong("email", "email is an address that mail goes to"));
    }

    /**
     * Checks the rest.
     *
     * @throws dev.avow.words.FaultException INVALID_VALUE naming the field
     */
    void check() {
        if (!plaintextDetails.isEmpty()) {
            GivenText.require("details", plaintextDetails, LONGEST_DETAILS);
        }
    }

    /** What waits for nobody's word: an opt-out under the CCPA (11 CCR 7060(b)). */
    boolean needsNoCode() {
        return law == Law.CCPA && kind == RequestKind.OPT_OUT;
    }

    RequestDraft draft(Instant received) {
        return new RequestDraft(kind, law, address().plaintext(), null, plaintextDetails, received);
    }

    /** Prints what is asked for, and nothing of who asks. */
    @Override
    public String toString() {
        return "IntakeForm of " + kind;
    }
}
