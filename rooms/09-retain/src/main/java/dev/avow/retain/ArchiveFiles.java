package dev.avow.retain;

import dev.avow.sealing.Keyring;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
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
 * An archive's three objects: the rows, in frames; the index of the frames, sealed; the manifest.
 * Each frame in the rows is its length (4 bytes, big-endian) and its sealed bytes.
 */
final class ArchiveFiles {

    private static final int LARGEST_FRAME = 2_000;

    private final ObjectStore store;
    private final ArchiveFrames frames;

    ArchiveFiles(ObjectStore store, Keyring keyring) {
        this.store = store;
        this.frames = new ArchiveFrames(keyring);
    }

    /**
     * Writes an archive, its manifest last. Rows of people whose keys were destroyed are left out.
     *
     * @param rows of one day, at least one, in the order of their time
     */
    ArchiveManifest write(TenantId tenant, UUID id, LocalDate day, List<ArchivedRow> rows) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<ArchiveIndex.Frame> index = new ArrayList<>();
        int written = 0;
        for (List<ArchivedRow> group : grouped(rows)) {
            UUID user = group.getFirst().userId();
            byte[] sealed = frames.seal(tenant, id, index.size(), user, group).orElse(null);
            if (sealed == null) {
                continue;
            }
            all.writeBytes(ByteBuffer.allocate(4).putInt(sealed.length).array());
            index.add(
                    new ArchiveIndex.Frame(
                            user,
                            all.size(),
                            sealed.length,
                            group.size(),
                            group.getFirst().at(),
                            group.getLast().at()));
            all.writeBytes(sealed);
            written += group.size();
        }
        byte[] rowBytes = all.toByteArray();
        byte[] indexBytes = frames.sealIndex(tenant, id, new ArchiveIndex(index));
        ArchiveManifest manifest =
                new ArchiveManifest(
                        tenant,
                        id,
                        day,
                        written,
                        rowBytes.length,
                        rows.getFirst().at(),
                        rows.getLast().at(),
                        ArchiveManifest.sha256(rowBytes),
                        ArchiveManifest.sha256(indexBytes));
        List<String> names = manifest.rowsIndexManifest();
        store.put(names.get(0), rowBytes);
        store.put(names.get(1), indexBytes);
        store.put(names.get(2), manifest.json());
        return manifest;
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
        List<String> names = ArchiveManifest.names(tenant, day, id);
        ArchiveManifest manifest = ArchiveManifest.read(get(names.get(2), id));
        byte[] rows = checked(names.get(0), id, manifest.rowsSha256());
        byte[] sealedIndex = checked(names.get(1), id, manifest.indexSha256());
        List<ArchiveIndex.Frame> index = frames.index(tenant, id, sealedIndex).frames();
        int erased = 0;
        for (int number = 0; number < index.size(); number++) {
            ArchiveIndex.Frame frame = index.get(number);
            if (!wanted.test(frame)) {
                continue;
            }
            byte[] sealed = new byte[frame.length()];
            ByteBuffer.wrap(rows).get(frame.offset(), sealed);
            Optional<List<String>> plain =
                    frames.plaintextLines(tenant, id, number, frame.userId(), sealed);
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
        List<String> names = ArchiveManifest.names(tenant, day, id);
        ArchiveManifest manifest = ArchiveManifest.read(get(names.get(2), id));
        byte[] sealedIndex = checked(names.get(1), id, manifest.indexSha256());
        if (!frames.isNewest(tenant, sealedIndex)) {
            return false;
        }
        ByteBuffer rows = ByteBuffer.wrap(checked(names.get(0), id, manifest.rowsSha256()));
        for (ArchiveIndex.Frame frame : frames.index(tenant, id, sealedIndex).frames()) {
            byte[] sealed = new byte[frame.length()];
            rows.get(frame.offset(), sealed);
            if (frame.userId() == null && !frames.isNewest(tenant, sealed)) {
                return false;
            }
        }
        return true;
    }

    /** Deletes an archive, its manifest first: what is without one is no archive. */
    void delete(TenantId tenant, UUID id, LocalDate day) {
        ArchiveManifest.names(tenant, day, id).reversed().forEach(store::delete);
    }

    private byte[] checked(String name, UUID id, String sha256) {
        byte[] content = get(name, id);
        if (!ArchiveManifest.sha256(content).equals(sha256)) {
            throw Fault.of(
                            FaultCode.STORE_UNAVAILABLE,
                            "the archive " + id + " was changed in its store; restore it there")
                    .asException();
        }
        return content;
    }

    private byte[] get(String name, UUID id) {
        return store.get(name)
                .orElseThrow(() ->
                        Fault.of(
                                        FaultCode.STORE_UNAVAILABLE,
                                        "the archive "
                                                + id
                                                + " is not in its store; was"
                                                + " AVOW_INTERACTION_ARCHIVE_LOCATION changed?")
                                .asException());
    }

    /** By person, and no group so large that opening it takes much memory. */
    private static List<List<ArchivedRow>> grouped(List<ArchivedRow> rows) {
        Map<Optional<UUID>, List<ArchivedRow>> byUser = new LinkedHashMap<>();
        for (ArchivedRow row : rows) {
            byUser.computeIfAbsent(Optional.ofNullable(row.userId()), _ -> new ArrayList<>())
                    .add(row);
        }
        List<List<ArchivedRow>> groups = new ArrayList<>();
        for (List<ArchivedRow> of : byUser.values()) {
            for (int from = 0; from < of.size(); from += LARGEST_FRAME) {
                groups.add(of.subList(from, Math.min(of.size(), from + LARGEST_FRAME)));
            }
        }
        return groups;
    }

    static boolean overlaps(
            ArchiveIndex.Frame frame, Instant from, Instant to, @Nullable UUID user) {
        return frame.firstAt().isBefore(to)
                && !frame.lastAt().isBefore(from)
                && (user == null || Objects.equals(user, frame.userId()));
    }
}
