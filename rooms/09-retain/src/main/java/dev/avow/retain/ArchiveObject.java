package dev.avow.retain;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/**
 * The bytes of an archive. Since the second format they are one object, which a store has whole or
 * not at all: the rows in frames, the sealed index, the manifest, and the manifest's length (4
 * bytes, big-endian). In the first one they were three, the manifest written last.
 */
final class ArchiveObject {

    private static final int LENGTH = 4;

    private final ArchiveManifest manifest;
    private final byte[] rows;
    private final byte[] sealedIndex;

    /**
     * @param sealedIndex as {@link ArchiveFrames} sealed it
     */
    ArchiveObject(ArchiveManifest manifest, byte[] rows, byte[] sealedIndex) {
        this.manifest = manifest;
        this.rows = rows;
        this.sealedIndex = sealedIndex;
    }

    ArchiveManifest manifest() {
        return manifest;
    }

    byte[] sealedIndex() {
        return sealedIndex;
    }

    /** As one object. */
    byte[] bytes() {
        byte[] end = manifest.json();
        return ByteBuffer.allocate(rows.length + sealedIndex.length + end.length + LENGTH)
                .put(rows)
                .put(sealedIndex)
                .put(end)
                .putInt(end.length)
                .array();
    }

    /** The sealed bytes of a frame. */
    byte[] sealed(ArchiveIndex.Frame frame) {
        return Arrays.copyOfRange(rows, frame.offset(), frame.offset() + frame.length());
    }

    /**
     * Reads one, of either format, and checks that it is what was written.
     *
     * @throws dev.avow.words.FaultException where it is not there, or was changed
     */
    static ArchiveObject in(ObjectStore store, ArchiveName name) {
        return store.get(name.whole())
                .map(bytes -> read(bytes, name.id()))
                .orElseGet(() -> ofThree(store, name))
                .checked(name.id());
    }

    private static ArchiveObject read(byte[] bytes, UUID id) {
        int end = bytes.length - LENGTH;
        int length = end < 0 ? -1 : ByteBuffer.wrap(bytes).getInt(end);
        if (length < 0 || length > end) {
            throw changed(id);
        }
        ArchiveManifest manifest =
                ArchiveManifest.read(Arrays.copyOfRange(bytes, end - length, end))
                        .filter(each -> each.bytes() >= 0 && each.bytes() <= end - length)
                        .orElseThrow(() -> changed(id));
        return new ArchiveObject(
                manifest,
                Arrays.copyOf(bytes, manifest.bytes()),
                Arrays.copyOfRange(bytes, manifest.bytes(), end - length));
    }

    private static ArchiveObject ofThree(ObjectStore store, ArchiveName name) {
        ArchiveManifest manifest =
                ArchiveManifest.read(get(store, name.manifest(), name.id()))
                        .orElseThrow(() -> changed(name.id()));
        return new ArchiveObject(
                manifest, get(store, name.rows(), name.id()), get(store, name.index(), name.id()));
    }

    private ArchiveObject checked(UUID id) {
        if (!ArchiveManifest.sha256(rows).equals(manifest.rowsSha256())
                || !ArchiveManifest.sha256(sealedIndex).equals(manifest.indexSha256())) {
            throw changed(id);
        }
        return this;
    }

    private static byte[] get(ObjectStore store, String name, UUID id) {
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

    private static RuntimeException changed(UUID id) {
        return Fault.of(
                        FaultCode.STORE_UNAVAILABLE,
                        "the archive " + id + " was changed in its store; restore it there")
                .asException();
    }
}
