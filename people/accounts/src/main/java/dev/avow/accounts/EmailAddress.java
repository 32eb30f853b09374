package dev.avow.accounts;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address as an account has it: surrounding space gone, the domain in lower case. The
 * part before the @ is kept as written, for mail, and ignored in case, for finding.
 */
public final class EmailAddress {

    private static final int LIMIT = 254; // RFC 5321, section 4.5.3.1.3, less the brackets

    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}.]+(\\.[^\\s@\\p{Cntrl}.]+)*");

    private final String plaintext;

    private EmailAddress(String plaintext) {
        this.plaintext = plaintext;
    }

    /**
     * Reads an address.
     *
     * @throws dev.avow.words.FaultException {@code invalid_value} where it is none
     */
    public static EmailAddress of(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > LIMIT || !SHAPE.matcher(trimmed).matches()) {
            throw Fault.of(FaultCode.INVALID_VALUE, "this is no e-mail address", "email")
                    .asException();
        }
        int at = trimmed.lastIndexOf('@');
        return new EmailAddress(
                trimmed.substring(0, at) + trimmed.substring(at).toLowerCase(Locale.ROOT));
    }

    String plaintext() {
        return plaintext;
    }

    /** What the blind index is made of. */
    String indexed() {
        return plaintext.toLowerCase(Locale.ROOT);
    }

    /** Prints no address. */
    @Override
    public String toString() {
        return "EmailAddress of " + plaintext.length() + " characters";
    }
}
