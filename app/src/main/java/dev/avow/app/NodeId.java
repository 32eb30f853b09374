package dev.avow.app;

import dev.avow.disk.PrivateFiles;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which node on its database a process is. The home folder remembers it, so that the next process
 * there takes its place and need not wait until it is seen to be gone. Each process has a new one:
 * a home that was copied is another node.
 *
 * @param former the process's before; null where there was none
 */
record NodeId(UUID own, @Nullable UUID former) {

    /** A new one. The folder must be held. */
    static NodeId next(Path home) {
        Path file = home.resolve("node");
        try {
            NodeId next = new NodeId(UUID.randomUUID(), read(file));
            PrivateFiles.replace(file, (next.own + "\n").getBytes(StandardCharsets.US_ASCII));
            return next;
        } catch (IOException | IllegalArgumentException unusable) {
            throw Fault.of(
                            FaultCode.STORE_UNAVAILABLE,
                            file + " cannot be used; check its permissions, or delete it")
                    .asException();
        }
    }

    private static @Nullable UUID read(Path file) throws IOException {
        try {
            return UUID.fromString(Files.readString(file).strip());
        } catch (NoSuchFileException none) {
            return null;
        }
    }
}
