package dev.avow.backup;

import dev.avow.sealing.BackupKey;
import dev.avow.sealing.Place;
import dev.avow.sealing.SubjectKeys;
import dev.avow.sealing.UnsealAccess;
import dev.avow.tenancy.Snapshot.Whose;
import dev.avow.words.TenantId;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals and opens blocks of rows. What is about a person is sealed under that person's key, and
 * then, with everything else, under the backup's, so that not even ids lie in the clear.
 *
 * <p>Under the backup's key: the byte 0 and the rows; or the byte 1, tenant (16), person (16) and
 * what {@link SubjectKeys} made of the rows. Backup, part, position and number of rows are bound as
 * associated data both times, so a block that was moved, repeated or cut does not open.
 */
final class Envelope {

    private static final byte NOBODYS = 0;
    private static final byte A_PERSONS = 1;

    private final UUID backup;
    private final BackupKey key;
    private final SubjectKeys subjects;

    Envelope(UUID backup, BackupKey key, SubjectKeys subjects) {
        this.backup = backup;
        this.key = key;
        this.subjects = subjects;
    }

    /** What a block opens to. */
    sealed interface Opened {
        /** Its content. */
        final class Content implements Opened {
            private final byte[] bytes;

            private Content(byte[] bytes) {
                this.bytes = bytes;
            }

            byte[] bytes() {
                return bytes;
            }

            @Override
            public String toString() {
                return "Content of " + bytes.length + " bytes";
            }
        }

        /** Nobody can open it any more. */
        record Erased(TenantId tenant, UUID person) implements Opened {}
    }

    /**
     * Seals a block.
     *
     * @param whose null for a file
     * @return empty where it is about a person whose key was destroyed
     */
    Optional<byte[]> seal(
            @org.jspecify.annotations.Nullable Whose whose,
            byte[] content,
            String part,
            long position,
            int rows) {
        UUID person = whose == null ? null : whose.person();
        if (whose == null || person == null) {
            byte[] plain =
                    ByteBuffer.allocate(1 + content.length).put(NOBODYS).put(content).array();
            return Optional.of(key.seal(plain, part, position, rows));
        }
        TenantId tenant = whose.tenant();
        return subjects.seal(tenant, person, content, place(tenant, part, position, rows))
                .map(sealed ->
                        key.seal(
                                ByteBuffer.allocate(33 + sealed.length)
                                        .put(A_PERSONS)
                                        .putLong(tenant.value().getMostSignificantBits())
                                        .putLong(tenant.value().getLeastSignificantBits())
                                        .putLong(person.getMostSignificantBits())
                                        .putLong(person.getLeastSignificantBits())
                                        .put(sealed)
                                        .array(),
                                part,
                                position,
                                rows));
    }

    /**
     * Opens a block.
     *
     * @throws dev.avow.sealing.SealingException where it is not what was sealed for this place, or
     *     a person's key is missing without having been destroyed
     */
    Opened open(byte[] sealed, String part, long position, int rows) {
        ByteBuffer plain =
                ByteBuffer.wrap(
                        key.plaintextOf(sealed, part, position, rows, UnsealAccess.granted()));
        if (plain.get() == NOBODYS) {
            return new Opened.Content(rest(plain));
        }
        TenantId tenant = new TenantId(new UUID(plain.getLong(), plain.getLong()));
        UUID person = new UUID(plain.getLong(), plain.getLong());
        return subjects.plaintextOf(
                        tenant,
                        person,
                        rest(plain),
                        place(tenant, part, position, rows),
                        UnsealAccess.granted())
                .<Opened>map(Opened.Content::new)
                .orElseGet(() -> new Opened.Erased(tenant, person));
    }

    private Place place(TenantId tenant, String part, long position, int rows) {
        return new Place(tenant, "backup", part + ":" + position + ":" + rows, backup);
    }

    private static byte[] rest(ByteBuffer buffer) {
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return rest;
    }
}
