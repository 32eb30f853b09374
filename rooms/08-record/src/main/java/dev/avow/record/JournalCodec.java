package dev.avow.record;

import dev.avow.words.Charge;
import dev.avow.words.TenantId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the journal's entries look like: a byte for the kind, then the members in their order. They
 * hold what the database row holds and no text.
 */
final class JournalCodec {

    /** As versions before budgets wrote them; one may still stand in a journal. */
    private static final int OPENING_WITHOUT_CHARGE = 1;

    private static final int ENDING_WITHOUT_CHARGE = 2;
    private static final int OPENING = 3;
    private static final int ENDING = 4;

    private JournalCodec() {}

    /** What an entry can be. */
    sealed interface Entry permits Opened, Ended {}

    /** A use began. */
    record Opened(Opening opening) implements Entry {}

    /** The use of that id ended. */
    record Ended(UUID id, Ending ending) implements Entry {}

    static byte[] write(Opening o) {
        return bytes(out -> {
            out.writeByte(OPENING);
            id(out, o.tenant().value());
            id(out, o.id());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, o.at()));
            id(out, o.userId());
            id(out, o.apiKeyId());
            out.writeUTF(o.channel());
            out.writeUTF(o.platformId());
            out.writeUTF(o.model());
            out.writeUTF(o.promptHash());
            out.writeInt(o.contentLength());
            out.writeUTF(o.classificationsJson());
            text(out, o.policyApplied());
            out.writeUTF(o.policyAction());
            out.writeDouble(o.riskScore());
            text(out, o.hostname());
            text(out, o.clientVersion());
            text(out, o.browser());
            charge(out, o.reserved());
            text(out, o.aside().shadowJson());
            number(out, o.aside().justification());
            text(out, o.aside().receivedByJson());
        });
    }

    static byte[] write(UUID use, Ending e) {
        return bytes(out -> {
            out.writeByte(ENDING);
            id(out, use);
            out.writeUTF(e.status().name());
            text(out, e.responseHash());
            text(out, e.classificationsJson());
            number(out, e.tokensIn());
            number(out, e.tokensOut());
            out.writeInt(e.durationMillis());
            charge(out, e.charge());
            Platform answered = e.answered();
            out.writeBoolean(answered != null);
            if (answered != null) {
                out.writeUTF(answered.id());
                out.writeUTF(answered.model());
                out.writeUTF(answered.hostname());
            }
            text(out, Aside.json(e.receivedBy()));
        });
    }

    static Entry read(ByteBuffer payload) throws IOException {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(payload.position(), bytes);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int kind = in.readByte();
            return switch (kind) {
                case OPENING -> new Opened(opening(in, true));
                case OPENING_WITHOUT_CHARGE -> new Opened(opening(in, false));
                case ENDING -> new Ended(requiredId(in), ending(in, true));
                case ENDING_WITHOUT_CHARGE -> new Ended(requiredId(in), ending(in, false));
                default -> throw new IOException("an entry of an unknown kind");
            };
        }
    }

    private static Opening opening(DataInputStream in, boolean charged) throws IOException {
        return new Opening(
                new TenantId(requiredId(in)),
                requiredId(in),
                Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS),
                id(in),
                id(in),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readInt(),
                in.readUTF(),
                text(in),
                in.readUTF(),
                in.readDouble(),
                text(in),
                text(in),
                text(in),
                charge(in, charged),
                aside(in));
    }

    /** Journals of before V5 end here, and those of before V8 have no recipients. */
    private static Aside aside(DataInputStream in) throws IOException {
        if (in.available() == 0) {
            return Aside.NONE;
        }
        Aside aside = new Aside(Aside.shadow(text(in)), number(in));
        return in.available() == 0 ? aside : aside.receivedBy(Aside.receivedBy(text(in)));
    }

    private static Ending ending(DataInputStream in, boolean charged) throws IOException {
        String status = in.readUTF();
        for (Ending.Status each : Ending.Status.values()) {
            if (each.name().equals(status)) {
                return new Ending(
                        each,
                        text(in),
                        text(in),
                        number(in),
                        number(in),
                        in.readInt(),
                        charge(in, charged),
                        answered(in),
                        in.available() == 0 ? List.of() : Aside.receivedBy(text(in)));
            }
        }
        throw new IOException("an end of an unknown status");
    }

    /** Journals of before V7 end here. */
    private static @Nullable Platform answered(DataInputStream in) throws IOException {
        return in.available() == 0 || !in.readBoolean()
                ? null
                : new Platform(in.readUTF(), in.readUTF(), in.readUTF());
    }

    private static void charge(DataOutputStream out, Charge charge) throws IOException {
        out.writeBoolean(charge.picos() != null);
        out.writeLong(charge.picosOrZero());
        out.writeLong(charge.tokens());
    }

    private static Charge charge(DataInputStream in, boolean charged) throws IOException {
        if (!charged) {
            return Charge.NONE;
        }
        boolean priced = in.readBoolean();
        long picos = in.readLong();
        return new Charge(priced ? Long.valueOf(picos) : null, in.readLong());
    }

    private interface Writer {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(384);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writer.to(out);
        } catch (IOException tooLong) {
            throw new UncheckedIOException(tooLong);
        }
        return bytes.toByteArray();
    }

    private static void id(DataOutputStream out, @Nullable UUID id) throws IOException {
        out.writeBoolean(id != null);
        if (id != null) {
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        }
    }

    private static @Nullable UUID id(DataInputStream in) throws IOException {
        return in.readBoolean() ? new UUID(in.readLong(), in.readLong()) : null;
    }

    private static UUID requiredId(DataInputStream in) throws IOException {
        UUID id = id(in);
        if (id == null) {
            throw new IOException("an entry without an id");
        }
        return id;
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static void number(DataOutputStream out, @Nullable Integer number) throws IOException {
        out.writeBoolean(number != null);
        if (number != null) {
            out.writeInt(number);
        }
    }

    private static @Nullable Integer number(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readInt() : null;
    }
}
