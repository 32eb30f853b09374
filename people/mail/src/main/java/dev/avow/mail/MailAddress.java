package dev.avow.mail;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: a dot-atom before the @ (RFC 5322, section 3.4.1; beyond
 * ASCII, RFC 6531), and a domain, which is kept as DNS has it (RFC 5891). No quoted part, no
 * comment, no network address, no name: nothing that a mail's header could take for more than one
 * address. Immutable.
 */
public final class MailAddress {

    private static final int LONGEST = 254; // RFC 5321, section 4.5.3.1.3, less the brackets
    private static final int LONGEST_LOCAL = 64; // octets; section 4.5.3.1.1

    private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");

    private final String local;
    private final String domain;

    private MailAddress(String local, String domain) {
        this.local = local;
        this.domain = domain;
    }

    /** Reads an address; empty where mail cannot be sent to it. */
    public static Optional<MailAddress> parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LONGEST) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        String domain;
        try {
            domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
        domain = domain.toLowerCase(Locale.ROOT);
        boolean fits =
                LOCAL.matcher(local).matches()
                        && local.getBytes(StandardCharsets.UTF_8).length <= LONGEST_LOCAL
                        && DOMAIN.matcher(domain).matches()
                        && local.length() + 1 + domain.length() <= LONGEST;
        return fits ? Optional.of(new MailAddress(local, domain)) : Optional.empty();
    }

    /** As an envelope and a header have it. */
    public String plaintext() {
        return local + "@" + domain;
    }

    /** In ASCII, as DNS has it. */
    public String domain() {
        return domain;
    }

    /** Whether a server must speak SMTPUTF8 (RFC 6531) to take it. */
    public boolean needsUtf8() {
        return !StandardCharsets.US_ASCII.newEncoder().canEncode(local);
    }

    /** Prints no address. */
    @Override
    public String toString() {
        return "MailAddress of " + (local.length() + 1 + domain.length()) + " characters";
    }
}
