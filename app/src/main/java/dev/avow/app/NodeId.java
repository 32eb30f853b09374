package dev.avow.app;

import dev.avow.disk.PrivateFiles;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Which node on its database a home folder is. It outlives the process, so that a start takes the
 * place of the process before it and need not wait until that is seen to be gone.
 */
final class NodeId {

    private NodeId() {}

    /** The folder's; made where there is none. The folder must be held. */
    static UUID of(Path home) {
        Path file = home.resolve("node");
        try {
            PrivateFiles.createFirst(
                    file, (UUID.randomUUID() + "\n").getBytes(StandardCharsets.US_ASCII));
            return UUID.fromString(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException unusable) {
            throw Fault.of(
                            FaultCode.STORE_UNAVAILABLE,
                            file + " cannot be used; check its permissions, or delete it")
                    .asException();
        }
    }
}
