package dev.avow.record;

import dev.avow.words.TenantId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Notes each use before its request leaves, so that even a process that is killed between the
 * asking and the group commit leaves no use unrecorded. The notes hold what the database row holds
 * and no text. A file is deleted when every use in it has ended and is in the database; what is
 * left at a start is what was under way when the process died.
 *
 * <p>Safe for any thread; an append takes microseconds.
 */
final class Journal {

    private final Path folder;
    private JournalSegment current;
    private long number;

    private Journal(Path folder) throws IOException {
        this.folder = folder;
        this.number = System.currentTimeMillis();
        this.current = JournalSegment.create(nextFile());
    }

    /** Opens the journal; read {@link #left} first. */
    static Journal open(Path folder) {
        try {
            makeFolder(folder);
            return new Journal(folder);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** The files that an earlier process left. */
    static List<Path> left(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            makeFolder(folder);
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "uses-*.journal")) {
                all.forEach(files::add);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        return files;
    }

    private Path nextFile() {
        return folder.resolve("uses-" + number++ + ".journal");
    }

    /** Notes an opening and returns the file that holds it. */
    synchronized JournalSegment append(Opening opening) {
        byte[] payload = write(opening);
        if (!current.append(payload)) {
            JournalSegment full = current;
            current = JournalSegment.create(nextFile());
            full.retire();
            if (!current.append(payload)) {
                throw new IllegalStateException("a use does not fit into the journal");
            }
        }
        return current;
    }

    synchronized void close() {
        current.retire();
    }

    static byte[] write(Opening o) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(384);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
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
        } catch (IOException tooLong) {
            throw new UncheckedIOException(tooLong);
        }
        return bytes.toByteArray();
    }

    static Opening read(byte[] payload) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
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
                    text(in));
        }
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
}
