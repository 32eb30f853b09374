package dev.avow.smtp;

import dev.avow.mail.MailAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes mail, and as whom it is spoken to.
 *
 * @param user null where it lets anybody in
 * @param plaintextPassword goes with the user
 * @param from what mail is from, in its header and on its envelope
 * @param fromName a name beside the address; null for none
 * @param patience with a server that says nothing
 * @param wholePatience for one mail, from the connection's beginning to its end
 * @param trust who vouches for the server; empty: the JVM's authorities
 */
public record SmtpServer(
        Security security,
        String host,
        int port,
        @Nullable String user,
        @Nullable String plaintextPassword,
        MailAddress from,
        @Nullable String fromName,
        Duration patience,
        Duration wholePatience,
        Optional<X509TrustManager> trust) {

    /** How the connection is protected. Where it is, the certificate and its host are checked. */
    public enum Security {
        /** By TLS from its first byte (RFC 8314). */
        TLS,
        /** By STARTTLS (RFC 3207), or nothing is sent. */
        STARTTLS,
        /** By STARTTLS where the server offers it. */
        STARTTLS_IF_OFFERED,
        /** Not at all. */
        NONE
    }

    /** Prints where it is. */
    @Override
    public String toString() {
        return "SmtpServer " + host + ":" + port;
    }
}
