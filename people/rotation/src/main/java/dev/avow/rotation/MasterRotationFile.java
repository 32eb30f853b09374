package dev.avow.rotation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.avow.disk.PrivateFiles;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The file that says that the master key is to be rotated: {@code FILE.rotation} beside the key's
 * {@code FILE}. It holds no key. It begins and ends a rotation; how far that is, the key's file
 * says itself. Safe for any thread and several processes; blocks.
 */
public final class MasterRotationFile {

    private final Path master;
    private final Path file;

    /**
     * @param master the master key's file
     */
    public MasterRotationFile(Path master) {
        this.master = master;
        this.file = master.resolveSibling(master.getFileName() + ".rotation");
    }

    /**
     * What was asked for.
     *
     * @param id stands in the audit log
     * @param from the version that is to go, as {@code MasterKey.versions} has it
     * @param requestedAt when
     */
    public record Wish(UUID id, String from, Instant requestedAt) {}

    /**
     * Asks for a rotation.
     *
     * @throws dev.avow.words.FaultException {@code conflict} where one is under way; {@code
     *     store_unavailable} where the folder cannot be written
     */
    public void request(Wish wish) {
        String lines = wish.id() + "\n" + wish.from() + "\n" + wish.requestedAt() + "\n";
        try {
            PrivateFiles.createFirst(file, lines.getBytes(UTF_8));
        } catch (IOException unwritable) {
            throw unusable();
        }
        if (!read().equals(Optional.of(wish))) {
            throw underWay();
        }
    }

    /**
     * For what comes before a request.
     *
     * @throws dev.avow.words.FaultException {@code conflict} where a rotation is under way
     */
    public void requireNone() {
        if (read().isPresent()) {
            throw underWay();
        }
    }

    private static RuntimeException underWay() {
        return Fault.of(
                        FaultCode.CONFLICT,
                        "the master key is being rotated already; ./avow key master says how far it"
                                + " is")
                .asException();
    }

    /** Empty where none is under way. */
    public Optional<Wish> read() {
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(
                    new Wish(
                            UUID.fromString(lines.get(0)),
                            lines.get(1),
                            Instant.parse(lines.get(2))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            throw unusable();
        }
    }

    /** When the master key's file was changed last: its step began then. */
    Instant stepBegan() {
        try {
            return Files.getLastModifiedTime(master).toInstant();
        } catch (IOException unreadable) {
            throw unusable();
        }
    }

    /** It is done. */
    void end() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException unwritable) {
            throw unusable();
        }
    }

    private RuntimeException unusable() {
        return Fault.of(
                        FaultCode.STORE_UNAVAILABLE,
                        "the file "
                                + file
                                + " cannot be used; check it and its folder's permissions")
                .asException();
    }
}
