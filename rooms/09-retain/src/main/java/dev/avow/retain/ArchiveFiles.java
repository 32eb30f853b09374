package dev.avow.retain;

import dev.avow.sealing.Keyring;
import dev.avow.words.TenantId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Archives in their store: the rows, in frames; the index of the frames, sealed; the manifest. Each
 * frame in the rows is its length (4 bytes, big-endian) and its sealed bytes. Safe for any thread;
 * blocks.
 */
final class ArchiveFiles {

    /** About as many bytes as a row comes to. */
    private static final int ROW = 512;

    private final ObjectStore store;
    private final ArchiveFrames frames;

    ArchiveFiles(ObjectStore store, Keyring keyring) {
        this.store = store;
        this.frames = new ArchiveFrames(keyring);
    }

    /**
     * Writes archives of one tenant; they are durable on return. Rows of people whose keys were
     * destroyed are left out.
     *
     * @param pace at which rows are sealed
     */
    List<ArchiveManifest> write(ArchiveFrames.Seals seals, List<ArchivePart> parts, RowRate pace) {
        Map<String, byte[]> objects = new LinkedHashMap<>();
        List<ArchiveManifest> manifests = new ArrayList<>();
        try (FrameGzip gzip = new FrameGzip()) {
            for (ArchivePart part : parts) {
                pace.await(part.rows().size());
                ArchiveObject object = sealed(seals, part, gzip);
                objects.put(name(seals.tenant(), part.id(), part.day()).whole(), object.bytes());
                manifests.add(object.manifest());
            }
        }
        store.putAll(objects);
        return manifests;
    }

    /** What seals a group of a tenant's archives. */
    ArchiveFrames.Seals seals(TenantId tenant) {
        return frames.of(tenant);
    }

    private static ArchiveObject sealed(
            ArchiveFrames.Seals seals, ArchivePart part, FrameGzip gzip) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(part.rows().size() * ROW);
        List<ArchiveIndex.Frame> index = new ArrayList<>();
        int written = 0;
        for (List<ArchivedRow> frame : part.frames()) {
            UUID user = frame.getFirst().userId();
            byte[] sealed = seals.frame(part, index.size(), user, frame, gzip).orElse(null);
            if (sealed == null) {
                continue;
            }
            all.writeBytes(ByteBuffer.allocate(4).putInt(sealed.length).array());
            index.add(
                    new ArchiveIndex.Frame(
                            user,
                            all.size(),
                            sealed.length,
                            frame.size(),
                            frame.getFirst().at(),
                            frame.getLast().at()));
            all.writeBytes(sealed);
            written += frame.size();
        }
        byte[] rows = all.toByteArray();
        byte[] sealedIndex = seals.index(part.id(), new ArchiveIndex(index));
        return new ArchiveObject(
                new ArchiveManifest(
                        seals.tenant(),
                        part.id(),
                        part.day(),
                        written,
                        rows.length,
                        part.rows().getFirst().at(),
                        part.rows().getLast().at(),
                        ArchiveManifest.sha256(rows),
                        ArchiveManifest.sha256(sealedIndex)),
                rows,
                sealedIndex);
    }

    /**
     * Reads an archive, a frame at a time.
     *
     * @param wanted which frames
     * @param lines takes the rows of each, as JSON
     * @return how many of the wanted rows cannot be read any more, since their person was erased
     * @throws dev.avow.words.FaultException where it is damaged or not there as a whole
     */
    int read(
            TenantId tenant,
            UUID id,
            LocalDate day,
            Predicate<ArchiveIndex.Frame> wanted,
            Consumer<List<String>> lines) {
        ArchiveObject object = ArchiveObject.in(store, name(tenant, id, day));
        List<ArchiveIndex.Frame> index = frames.index(tenant, id, object.sealedIndex()).frames();
        int erased = 0;
        for (int number = 0; number < index.size(); number++) {
            ArchiveIndex.Frame frame = index.get(number);
            if (!wanted.test(frame)) {
                continue;
            }
            Optional<List<String>> plain =
                    frames.plaintextLines(tenant, id, number, frame.userId(), object.sealed(frame));
            if (plain.isPresent()) {
                lines.accept(plain.get());
            } else {
                erased += frame.rows();
            }
        }
        return erased;
    }

    /**
     * Whether the newest version of the tenant's key sealed all of an archive that no person's did.
     */
    boolean isNewest(TenantId tenant, UUID id, LocalDate day) {
        ArchiveObject object = ArchiveObject.in(store, name(tenant, id, day));
        return frames.isNewest(tenant, object.sealedIndex())
                && frames.index(tenant, id, object.sealedIndex()).frames().stream()
                        .filter(frame -> frame.userId() == null)
                        .allMatch(frame -> frames.isNewest(tenant, object.sealed(frame)));
    }

    /** Deletes an archive; not there is fine. */
    void delete(TenantId tenant, UUID id, LocalDate day) {
        name(tenant, id, day).all().forEach(store::delete);
    }

    private static ArchiveName name(TenantId tenant, UUID id, LocalDate day) {
        return new ArchiveName(tenant, day, id);
    }

    static boolean overlaps(
            ArchiveIndex.Frame frame, Instant from, Instant to, @Nullable UUID user) {
        return frame.firstAt().isBefore(to)
                && !frame.lastAt().isBefore(from)
                && (user == null || Objects.equals(user, frame.userId()));
    }
}
