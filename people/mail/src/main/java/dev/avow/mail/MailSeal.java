package dev.avow.mail;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.Period;
import dev.avow.sealing.Place;
import dev.avow.sealing.SealingException;
import dev.avow.sealing.UnsealAccess;
import dev.avow.words.TenantId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals and opens whom a mail goes to and what it says, as one value: under the key of the day on
 * which it is given up, so that no backup tells of it later, and then under the tenant's. Before:
 * the address, the subject, the text, the number of attachments (four bytes), and of each its name
 * and its bytes; each in UTF-8 behind its length (four bytes).
 */
record MailSeal(Keyring keyring) {

    /**
     * @param until when it is given up
     */
    byte[] seal(TenantId tenant, UUID id, MailAddress to, MailText text, Instant until) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, to.plaintext());
            write(out, text.plaintextSubject());
            write(out, text.plaintextBody());
            out.writeInt(text.attachments().size());
            for (PdfAttachment each : text.attachments()) {
                write(out, each.name());
                write(out, each.bytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Place place = place(tenant, id);
        return keyring.of(tenant)
                .seal(
                        keyring.periods()
                                .seal(tenant, Period.ending(until), bytes.toByteArray(), place),
                        place);
    }

    /** A mail as it was sealed; empty where that does not open. */
    Optional<Mail> open(TenantId tenant, UUID id, Instant at, byte[] sealed) {
        Place place = place(tenant, id);
        try {
            byte[] inner =
                    keyring.of(tenant).plaintextBytesOf(sealed, place, UnsealAccess.granted());
            return keyring.periods()
                    .plaintextOf(tenant, inner, place, UnsealAccess.granted())
                    .map(bytes -> read(bytes, id, at));
        } catch (SealingException lost) {
            return Optional.empty();
        }
    }

    private static Mail read(byte[] bytes, UUID id, Instant at) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            MailAddress to = MailAddress.parse(text(in)).orElseThrow();
            String subject = text(in);
            String body = text(in);
            List<PdfAttachment> attachments = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                attachments.add(new PdfAttachment(text(in), bytes(in)));
            }
            return new Mail(id, at, to, new MailText(subject, body, attachments));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        write(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static Place place(TenantId tenant, UUID id) {
        return new Place(tenant, "mail_outbox", "message_sealed", id);
    }

    @Override
    public String toString() {
        return "MailSeal";
    }
}
