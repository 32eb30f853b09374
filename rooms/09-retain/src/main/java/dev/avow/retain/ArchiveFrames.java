package dev.avow.retain;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import dev.avow.sealing.SubjectKeys;
import dev.avow.sealing.SubjectSealer;
import dev.avow.sealing.UnsealAccess;
import dev.avow.words.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one person, or of nobody, compressed and sealed: gzip (RFC 1952) of {@link RowLines},
 * then AES-256-GCM under the person's key, or under the tenant's where they are nobody's. So who
 * destroys a person's key makes their rows unreadable in every copy of the archive. The tenant, the
 * archive's id and the frame's number are associated data: a frame that is moved does not open.
 */
final class ArchiveFrames {

    private final Keyring keyring;
    private final SubjectKeys subjects;

    ArchiveFrames(Keyring keyring) {
        this.keyring = keyring;
        this.subjects = keyring.subjects();
    }

    /**
     * What seals a group of a tenant's archives. Each person's key is looked up once: where it is
     * destroyed before they are written, what was sealed under it opens for nobody. To be dropped
     * with the group: the keys of all people of all tenants are much to keep for a run.
     *
     * <p>Not safe for more than one thread.
     */
    final class Seals {

        private final TenantId tenant;
        private final Map<UUID, Optional<SubjectSealer>> known = new HashMap<>();

        private Seals(TenantId tenant) {
            this.tenant = tenant;
        }

        TenantId tenant() {
            return tenant;
        }

        /**
         * Seals a frame.
         *
         * @return empty where the person's key was destroyed: nothing of them is to be kept
         */
        Optional<byte[]> frame(
                ArchivePart part,
                int number,
                @Nullable UUID user,
                List<ArchivedRow> rows,
                FrameGzip gzip) {
            Place place = place(tenant, part.id(), number);
            if (user == null) {
                return Optional.of(
                        keyring.of(tenant).seal(gzip.compress(part.names(), rows), place));
            }
            return known.computeIfAbsent(user, each -> subjects.sealer(tenant, each))
                    .map(sealer -> sealer.seal(gzip.compress(part.names(), rows), place));
        }

        byte[] index(UUID archive, ArchiveIndex index) {
            return keyring.of(tenant)
                    .seal(index.json(), new Place(tenant, "archives", "index", archive));
        }
    }

    /** For a group of a tenant's archives. */
    Seals of(TenantId tenant) {
        return new Seals(tenant);
    }

    /**
     * The rows that a frame holds, as JSON objects.
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
        return plain.map(FrameGzip::lines).map(RowLines::objects);
    }

    /** Whether the newest version of the tenant's key sealed what is nobody's. */
    boolean isNewest(TenantId tenant, byte[] sealed) {
        return keyring.of(tenant).isNewest(sealed);
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
}
