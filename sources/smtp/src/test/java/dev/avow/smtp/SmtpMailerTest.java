package dev.avow.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.mail.Delivery;
import dev.avow.mail.MailAddress;
import dev.avow.mail.Mailer;
import dev.avow.mail.MailerContract;
import dev.avow.smtp.LocalMailServer.Manner;
import dev.avow.smtp.LocalMailServer.Taken;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** O2, I6: mail is handed over by STARTTLS and a password, and to nobody else. */
final class SmtpMailerTest extends MailerContract {

    private static final MailAddress AVOW = MailAddress.parse("privacy@avow.example").orElseThrow();

    private LocalMailServer server = LocalMailServer.start(Manner.STARTTLS_AND_LOGIN);

    @AfterEach
    void close() {
        server.close();
    }

    private static SmtpMailer to(
            int port,
            SmtpServer.Security security,
            String host,
            @Nullable String user,
            @Nullable String password,
            Optional<X509TrustManager> trust) {
        return new SmtpMailer(
                new SmtpServer(
                        security,
                        host,
                        port,
                        user,
                        password,
                        AVOW,
                        "Distel & Söhne",
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        trust));
    }

    private SmtpMailer by(SmtpServer.Security security) {
        return to(
                server.port(),
                security,
                "localhost",
                LocalMailServer.USER,
                LocalMailServer.PASSWORD,
                Optional.of(LocalMailServer.trust()));
    }

    private void use(Manner manner) {
        server.close();
        server = LocalMailServer.start(manner);
    }

    @Override
    protected Mailer mailer() {
        return by(SmtpServer.Security.STARTTLS);
    }

    @Override
    protected List<Received> received() {
        return server.mails().stream()
                .map(taken ->
                        new Received(
                                taken.to(),
                                taken.subject(),
                                taken.body(),
                                taken.header("Message-ID"),
                                taken.header("Auto-Submitted"),
                                taken.attachments()))
                .toList();
    }

    @Override
    protected void refuseRecipientsWith(int code) {
        server.refuseRecipientsWith(code);
    }

    @Override
    protected void goAway() {
        server.close();
    }

    @Test
    void send_byTls_arrives() {
        use(Manner.TLS_AND_LOGIN);

        assertThat(by(SmtpServer.Security.TLS).send(mail(MINA)))
                .isEqualTo(new Delivery.Accepted("250 2.0.0"));
    }

    @Test
    void send_aMail_saysWhomItIsFromAndWhen() {
        assertThat(mailer().send(mail(MINA))).isInstanceOf(Delivery.Accepted.class);

        Taken one = server.mails().getFirst();
        assertThat(one.from()).isEqualTo("privacy@avow.example");
        assertThat(one.header("From")).contains("<privacy@avow.example>").contains("=?UTF-8?");
        assertThat(one.header("Date")).startsWith("Mon, 23 Nov 2026");
        assertThat(one.header("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
        assertThat(one.header("X-Mailer") + one.header("Bcc")).isEmpty();
    }

    @Test
    void send_toAServerWithoutTls_sendsNothing() {
        use(Manner.PLAIN);

        assertThat(
                        to(
                                        server.port(),
                                        SmtpServer.Security.STARTTLS,
                                        "localhost",
                                        null,
                                        null,
                                        Optional.empty())
                                .send(mail(MINA)))
                .isEqualTo(new Delivery.Deferred("the server does not offer STARTTLS", true));
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void send_inClearWhereThatIsWanted_arrives() {
        use(Manner.PLAIN);

        for (SmtpServer.Security each :
                List.of(SmtpServer.Security.NONE, SmtpServer.Security.STARTTLS_IF_OFFERED)) {
            assertThat(
                            to(server.port(), each, "localhost", null, null, Optional.empty())
                                    .send(mail(MINA)))
                    .isInstanceOf(Delivery.Accepted.class);
        }
        assertThat(server.mails()).hasSize(2);
    }

    @Test
    void send_whereNobodyVouchesForTheServer_sendsNothing() {
        for (SmtpServer.Security each :
                List.of(SmtpServer.Security.STARTTLS, SmtpServer.Security.STARTTLS_IF_OFFERED)) {
            assertThat(
                            to(
                                            server.port(),
                                            each,
                                            "localhost",
                                            LocalMailServer.USER,
                                            LocalMailServer.PASSWORD,
                                            Optional.empty())
                                    .send(mail(MINA)))
                    .isInstanceOf(Delivery.Deferred.class)
                    .asString()
                    .contains("cannot be protected");
        }
        assertThat(server.mails()).isEmpty();
    }

    /** The certificate is of 127.0.0.1 and localhost alone. */
    @Test
    void send_whereTheCertificateIsOfAnotherHost_sendsNothing() {
        assertThat(
                        to(
                                        server.port(),
                                        SmtpServer.Security.STARTTLS,
                                        "127.0.0.2",
                                        LocalMailServer.USER,
                                        LocalMailServer.PASSWORD,
                                        Optional.of(LocalMailServer.trust()))
                                .send(mail(MINA)))
                .isInstanceOf(Delivery.Deferred.class);
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void send_withAWrongPassword_waitsAndSaysSo() {
        assertThat(
                        to(
                                        server.port(),
                                        SmtpServer.Security.STARTTLS,
                                        "localhost",
                                        LocalMailServer.USER,
                                        "another",
                                        Optional.of(LocalMailServer.trust()))
                                .send(mail(MINA)))
                .isEqualTo(
                        new Delivery.Deferred("the server refuses the user or the password", true));
    }

    @Test
    void send_aSenderThatIsRefused_waitsSinceASettingIsWrong() {
        server.refuseSendersWith(553);

        assertThat(mailer().send(mail(MINA))).isEqualTo(new Delivery.Deferred("553 5.1.1", true));
    }

    @Test
    void send_aTextThatIsRefused_isGivenUpOrWaitsByItsCode() {
        server.refuseTextsWith(554);
        assertThat(mailer().send(mail(MINA))).isEqualTo(new Delivery.Refused("554 5.1.1"));
        server.refuseTextsWith(452);
        assertThat(mailer().send(mail(MINA))).isEqualTo(new Delivery.Deferred("452 4.1.1", false));
        server.refuseTextsWith(421);
        assertThat(mailer().send(mail(MINA))).isEqualTo(new Delivery.Deferred("421 4.1.1", true));
    }

    @Test
    void send_toAServerThatSaysNothing_endsInTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Instant begin = Instant.now();
            Delivery sent =
                    new SmtpMailer(
                                    new SmtpServer(
                                            SmtpServer.Security.NONE,
                                            "127.0.0.1",
                                            silent.getLocalPort(),
                                            null,
                                            null,
                                            AVOW,
                                            null,
                                            Duration.ofMillis(300),
                                            Duration.ofSeconds(20),
                                            Optional.empty()))
                            .send(mail(MINA));

            assertThat(sent)
                    .isEqualTo(new Delivery.Deferred("the server said nothing for too long", true));
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void send_toAServerThatDrips_endsInTime() throws IOException {
        try (ServerSocket drips = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread dripping = Thread.ofVirtual().start(() -> drip(drips));
            Delivery sent =
                    new SmtpMailer(
                                    new SmtpServer(
                                            SmtpServer.Security.NONE,
                                            "127.0.0.1",
                                            drips.getLocalPort(),
                                            null,
                                            null,
                                            AVOW,
                                            null,
                                            Duration.ofSeconds(20),
                                            Duration.ofMillis(700),
                                            Optional.empty()))
                            .send(mail(MINA));
            dripping.interrupt();

            assertThat(sent).isEqualTo(new Delivery.Deferred("it was not done in time", true));
        }
    }

    private static void drip(ServerSocket drips) {
        try (Socket one = drips.accept();
                OutputStream out = one.getOutputStream()) {
            while (!Thread.currentThread().isInterrupted()) {
                out.write("220-wait\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }
}
