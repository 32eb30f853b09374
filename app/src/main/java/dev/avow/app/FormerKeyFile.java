package dev.avow.app;

import dev.avow.settings.Settings;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the former master key is kept: not where backups, the other keys or their copy are. Whoever
 * finds those shall open nothing.
 */
final class FormerKeyFile {

    private FormerKeyFile() {}

    /**
     * The place that was named, whole.
     *
     * @throws dev.avow.words.FaultException {@code invalid_value} where it lies beside what the key
     *     opens
     */
    static Path of(Path named, Settings settings) {
        Path file = named.toAbsolutePath().normalize();
        Optional<Path> beside =
                Stream.of(
                                Optional.of(settings.keysDir()),
                                settings.backups().keysDir(),
                                Places.folder(settings.backups().location()))
                        .flatMap(Optional::stream)
                        .filter(folder -> real(file).startsWith(real(folder)))
                        .findFirst();
        if (beside.isPresent()) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "--former must not lie in "
                                    + beside.get()
                                    + ", where backups, the other keys or their copy are")
                    .asException();
        }
        return file;
    }

    /** Without links, as far as it is there. */
    private static Path real(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        try {
            return whole.toRealPath();
        } catch (IOException notThere) {
            return parent == null ? whole : real(parent).resolve(whole.getFileName());
        }
    }
}
