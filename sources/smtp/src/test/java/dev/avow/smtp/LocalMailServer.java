package dev.avow.smtp;

import dev.avow.testing.TestCertificate;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** SubEthaSMTP on this machine: a mail server that nobody here wrote, and what it was handed. */
public final class LocalMailServer implements AutoCloseable {

    /** Whom it lets in, where it asks. */
    public static final String USER = "avow@mail.example";

    public static final String PASSWORD = "a fictitious password";

    /** How it wants to be spoken to. */
    public enum Manner {
        PLAIN,
        STARTTLS_AND_LOGIN,
        TLS_AND_LOGIN
    }

    /**
     * A mail that it took.
     *
     * @param to the envelope's
     */
    public record Taken(String from, String to, MimeMessage message) {

        /** One header; empty where there is none. */
        public String header(String name) {
            try {
                String[] values = message.getHeader(name);
                return values == null ? "" : String.join("|", values);
            } catch (MessagingException broken) {
                throw new IllegalStateException(broken);
            }
        }

        public String subject() {
            try {
                return String.valueOf(message.getSubject());
            } catch (MessagingException broken) {
                throw new IllegalStateException(broken);
            }
        }

        /** The text, whether or not something goes with it. */
        public String body() {
            try {
                return message.getContent() instanceof MimeMultipart parts
                        ? String.valueOf(parts.getBodyPart(0).getContent())
                        : String.valueOf(message.getContent());
            } catch (MessagingException | IOException broken) {
                throw new IllegalStateException(broken);
            }
        }

        public List<byte[]> attachments() {
            List<byte[]> all = new ArrayList<>();
            try {
                if (message.getContent() instanceof MimeMultipart parts) {
                    for (int at = 1; at < parts.getCount(); at++) {
                        BodyPart part = parts.getBodyPart(at);
                        try (InputStream in = part.getInputStream()) {
                            all.add(in.readAllBytes());
                        }
                    }
                }
            } catch (MessagingException | IOException broken) {
                throw new IllegalStateException(broken);
            }
            return all;
        }

        @Override
        public String toString() {
            return "Taken";
        }
    }

    private final List<Taken> mails = new CopyOnWriteArrayList<>();
    private final SMTPServer server;
    private volatile int recipientCode;
    private volatile int senderCode;
    private volatile int dataCode;

    private LocalMailServer(Manner manner) {
        SMTPServer.Builder builder =
                SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .messageHandlerFactory(Handler::new);
        if (manner != Manner.PLAIN) {
            builder.requireAuth(true)
                    .authenticationHandlerFactory(
                            new EasyAuthenticationHandlerFactory((user, password, _) -> {
                                if (!USER.equals(user) || !PASSWORD.equals(password)) {
                                    throw new LoginFailedException();
                                }
                            }));
        }
        if (manner == Manner.STARTTLS_AND_LOGIN) {
            builder.enableTLS(true).requireTLS(true).startTlsSocketFactory(tls());
        }
        if (manner == Manner.TLS_AND_LOGIN) {
            builder.serverSocketFactory(tls());
        }
        server = builder.build();
        server.start();
    }

    /** Starts one. */
    public static LocalMailServer start(Manner manner) {
        return new LocalMailServer(manner);
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** What it took, oldest first. */
    public List<Taken> mails() {
        return List.copyOf(mails);
    }

    /** From now on it answers recipients with this code; 0 takes them again. */
    public void refuseRecipientsWith(int code) {
        recipientCode = code;
    }

    /** From now on it answers senders with this code. */
    public void refuseSendersWith(int code) {
        senderCode = code;
    }

    /** From now on it answers the text with this code. */
    public void refuseTextsWith(int code) {
        dataCode = code;
    }

    /** The certificate that it shows, as an authority. */
    public static X509TrustManager trust() {
        try {
            KeyStore certificates = KeyStore.getInstance(KeyStore.getDefaultType());
            certificates.load(null, null);
            certificates.setCertificateEntry("server", keyStore().getCertificate("server"));
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(certificates);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static KeyStore keyStore() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(
                TestCertificate.ofThisRun().keyStore().toFile(),
                TestCertificate.PASSWORD.toCharArray());
    }

    private static SSLContext tls() {
        try {
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(), TestCertificate.PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private final class Handler implements MessageHandler {

        private String from = "";
        private String to = "";

        Handler(MessageContext context) {}

        @Override
        public void from(String sender) throws RejectException {
            check(senderCode);
            from = sender;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            check(recipientCode);
            to = recipient;
        }

        @Override
        public String data(InputStream in) throws RejectException {
            try {
                MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
                check(dataCode);
                mails.add(new Taken(from, to, message));
                return "2.0.0 taken";
            } catch (MessagingException broken) {
                throw new UncheckedIOException(new IOException(broken));
            }
        }

        @Override
        public void done() {}

        private static void check(int code) throws RejectException {
            if (code > 0) {
                throw new RejectException(
                        code, code / 100 + ".1.1 <mina.distel@example.org>: not now or never");
            }
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
