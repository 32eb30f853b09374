package dev.avow.smtp;

import jakarta.mail.Session;
import java.security.GeneralSecurityException;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** What Angus Mail is told of a server. TLS 1.2 is the floor (promise I6). */
final class SmtpSession {

    private static final String SMTP = "mail.smtp.";

    private SmtpSession() {}

    /**
     * @param utf8 whether headers stand in UTF-8 as they are (RFC 6532), for addresses that have no
     *     other form, and not encoded (RFC 2047), as every server takes them
     */
    static Session of(SmtpServer server, boolean utf8) {
        Properties all = new Properties();
        String patience = Long.toString(server.patience().toMillis());
        all.setProperty("mail.transport.protocol", "smtp");
        all.setProperty(SMTP + "connectiontimeout", patience);
        all.setProperty(SMTP + "timeout", patience);
        all.setProperty(SMTP + "localhost", server.from().domain());
        all.setProperty(SMTP + "from", server.from().plaintext());
        all.setProperty(SMTP + "auth", Boolean.toString(server.user() != null));
        all.setProperty(SMTP + "auth.mechanisms", "PLAIN LOGIN");
        all.setProperty(SMTP + "quitwait", "false");
        all.setProperty(SMTP + "ssl.protocols", "TLSv1.3 TLSv1.2");
        all.setProperty(SMTP + "ssl.checkserveridentity", "true");
        all.setProperty("mail.mime.allowutf8", Boolean.toString(utf8));
        switch (server.security()) {
            case TLS -> all.setProperty(SMTP + "ssl.enable", "true");
            case STARTTLS -> {
                all.setProperty(SMTP + "starttls.enable", "true");
                all.setProperty(SMTP + "starttls.required", "true");
            }
            case STARTTLS_IF_OFFERED -> all.setProperty(SMTP + "starttls.enable", "true");
            case NONE -> all.setProperty(SMTP + "starttls.enable", "false");
        }
        server.trust()
                .ifPresent(trust -> {
                    Object _ = all.put(SMTP + "ssl.socketFactory", sockets(trust));
                });
        return Session.getInstance(all);
    }

    private static SSLSocketFactory sockets(X509TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the JVM has no TLS", impossible);
        }
    }
}
