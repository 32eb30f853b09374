package dev.avow.retain;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import dev.avow.sealing.SubjectKeys;
import dev.avow.sealing.UnsealAccess;
import dev.avow.words.TenantId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one person, or of nobody, compressed and sealed: gzip (RFC 1952) of one JSON object a
 * line, then AES-256-GCM under the person's key, or under the tenant's where they are nobody's. So
 * who destroys a person's key makes their rows unreadable in every copy of the archive. The tenant,
 * the archive's id and the frame's number are associated data: a frame that is moved does not open.
 */
final class ArchiveFrames {

    private final Keyring keyring;
    private final SubjectKeys subjects;

    ArchiveFrames(Keyring keyring) {
        this.keyring = keyring;
        this.subjects = keyring.subjects();
    }

    /**
     * Seals rows.
     *
     * @return empty where the person's key was destroyed: nothing of them is to be kept
     */
    Optional<byte[]> seal(
            TenantId tenant,
            UUID archive,
            int number,
            @Nullable UUID user,
            List<ArchivedRow> rows) {
        byte[] plain = compressed(rows);
        Place place = place(tenant, archive, number);
        return user == null
                ? Optional.of(keyring.of(tenant).seal(plain, place))
                : subjects.seal(tenant, user, plain, place);
    }

    /**
     * The lines that {@link #seal} was given.
     *
     * @return empty where the person's key was destroyed
     * @throws dev.avow.sealing.SealingException where they were altered or moved
     */
    Optional<List<String>> plaintextLines(
            TenantId tenant, UUID archive, int number, @Nullable UUID user, byte[] sealed) {
        Place place = place(tenant, archive, number);
        Optional<byte[]> plain =
                user == null
                        ? Optional.of(
                                keyring.of(tenant)
                                        .plaintextBytesOf(sealed, place, UnsealAccess.granted()))
                        : subjects.plaintextOf(tenant, user, sealed, place, UnsealAccess.granted());
        return plain.map(ArchiveFrames::lines);
    }

    /** Whether the newest version of the tenant's key sealed what is nobody's. */
    boolean isNewest(TenantId tenant, byte[] sealed) {
        return keyring.of(tenant).isNewest(sealed);
    }

    byte[] sealIndex(TenantId tenant, UUID archive, ArchiveIndex index) {
        return keyring.of(tenant)
                .seal(index.json(), new Place(tenant, "archives", "index", archive));
    }

    ArchiveIndex index(TenantId tenant, UUID archive, byte[] sealed) {
        return ArchiveIndex.read(
                keyring.of(tenant)
                        .plaintextOf(
                                sealed,
                                new Place(tenant, "archives", "index", archive),
                                UnsealAccess.granted()));
    }

    private static Place place(TenantId tenant, UUID archive, int number) {
        return new Place(tenant, "archives", "rows/" + number, archive);
    }

    private static byte[] compressed(List<ArchivedRow> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer lines =
                new java.io.OutputStreamWriter(
                        new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            for (ArchivedRow row : rows) {
                lines.write(row.json());
                lines.write('\n');
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static List<String> lines(byte[] compressed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
