package dev.avow.engines.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder where a reader's process works. It is empty but while a document is read, since
 * parsers write parts of one to files.
 */
final class WorkFolder {

    private WorkFolder() {}

    static void empty(Path folder) {
        List<Path> inner = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(each -> !each.equals(folder)).forEach(inner::add);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return;
        }
        inner.reversed().forEach(WorkFolder::delete);
    }

    static void remove(Path folder) {
        empty(folder);
        delete(folder);
    }

    private static void delete(Path each) {
        try {
            Files.deleteIfExists(each);
        } catch (IOException inUse) {
            // Whoever comes next tries again; the last to do so is the server.
        }
    }
}
