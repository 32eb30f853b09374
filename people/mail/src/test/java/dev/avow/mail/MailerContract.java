package dev.avow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** O2: what every mailer does. Its test makes one, and says what its server was handed. */
public abstract class MailerContract {

    protected static final MailAddress MINA =
            MailAddress.parse("mina.distel@example.org").orElseThrow();

    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final byte[] PDF = {'%', 'P', 'D', 'F', 0, (byte) 0xff, '\r', '\n', '.', '\n'};

    /**
     * A mail as the server has it.
     *
     * @param to the envelope's
     * @param attachments their bytes
     */
    public record Received(
            String to,
            String subject,
            String body,
            String messageId,
            String autoSubmitted,
            List<byte[]> attachments) {

        @Override
        public String toString() {
            return "Received";
        }
    }

    protected abstract Mailer mailer();

    /** Oldest first. */
    protected abstract List<Received> received();

    /** From now on the server answers a recipient with this code. */
    protected abstract void refuseRecipientsWith(int code);

    /** From now on the server is not there. */
    protected abstract void goAway();

    protected static Mail mail(MailAddress to, PdfAttachment... attachments) {
        return new Mail(
                UUID.fromString("01890000-0000-7000-8000-000000000001"),
                AT,
                to,
                new MailText(
                        "Votre demande – réponse 漢字",
                        "Grüße an Mina.\n.\nA line with a dot alone is above.\n",
                        List.of(attachments)));
    }

    @Test
    void send_aMail_arrivesAsItWasWritten() {
        assertThat(mailer().send(mail(MINA))).isInstanceOf(Delivery.Accepted.class);

        assertThat(received()).hasSize(1);
        Received one = received().getFirst();
        assertThat(one.to()).isEqualTo("mina.distel@example.org");
        assertThat(one.subject()).isEqualTo("Votre demande – réponse 漢字");
        assertThat(one.body().replace("\r\n", "\n").strip())
                .isEqualTo("Grüße an Mina.\n.\nA line with a dot alone is above.");
        assertThat(one.autoSubmitted()).isEqualTo("auto-generated");
        assertThat(one.attachments()).isEmpty();
    }

    @Test
    void send_withAPdf_arrivesByteForByte() {
        Delivery sent = mailer().send(mail(MINA, new PdfAttachment("avow-letter.pdf", PDF)));

        assertThat(sent).isInstanceOf(Delivery.Accepted.class);
        assertThat(received().getFirst().attachments()).hasSize(1);
        assertThat(received().getFirst().attachments().getFirst()).isEqualTo(PDF);
        assertThat(received().getFirst().body()).contains("Grüße an Mina.");
    }

    @Test
    void send_theSameTwice_hasTheSameMessageId() {
        Delivery _ = mailer().send(mail(MINA));
        Delivery _ = mailer().send(mail(MINA));

        assertThat(received())
                .extracting(Received::messageId)
                .hasSize(2)
                .containsOnly("<01890000-0000-7000-8000-000000000001@avow.example>");
    }

    @Test
    void send_aDomainBeyondAscii_goesToItAsDnsHasIt() {
        Delivery _ = mailer().send(mail(MailAddress.parse("info@bücher.example").orElseThrow()));

        assertThat(received().getFirst().to()).isEqualTo("info@xn--bcher-kva.example");
    }

    @Test
    void send_anAddressBeyondAscii_arrives() {
        Delivery sent = mailer().send(mail(MailAddress.parse("jürgen@example.org").orElseThrow()));

        assertThat(sent).isInstanceOf(Delivery.Accepted.class);
        assertThat(received().getFirst().to()).isEqualTo("jürgen@example.org");
    }

    @Test
    void send_aRecipientThatIsRefused_isNotTriedAgain() {
        refuseRecipientsWith(550);

        assertThat(mailer().send(mail(MINA))).isEqualTo(new Delivery.Refused("550 5.1.1"));
        assertThat(received()).isEmpty();
    }

    @Test
    void send_aRecipientThatIsPutOff_waitsAlone() {
        refuseRecipientsWith(451);

        assertThat(mailer().send(mail(MINA))).isEqualTo(new Delivery.Deferred("451 4.1.1", false));
    }

    @Test
    void send_toAServerThatIsGone_waitsWithAllOthers() {
        goAway();

        assertThat(mailer().send(mail(MINA)))
                .isInstanceOfSatisfying(
                        Delivery.Deferred.class,
                        waits -> {
                            assertThat(waits.everyMail()).isTrue();
                            assertThat(waits.reply()).doesNotContain("mina", "distel");
                        });
    }
}
