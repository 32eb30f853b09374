package dev.avow.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The regular files below some places, in the order of their names. Links are not followed; what
 * version control keeps for itself is passed over.
 */
public final class FolderWalk {

    private static final List<String> NEVER = List.of(".git", ".hg", ".svn");

    private final List<PathMatcher> excluded;

    /**
     * @param excluded globs, held against a file's or folder's name and against its path
     * @throws IllegalArgumentException where one is no glob
     */
    public FolderWalk(List<String> excluded) {
        this.excluded =
                excluded.stream()
                        .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                        .toList();
    }

    /**
     * The files, and what could not be looked into.
     *
     * @param unreadable folders and files that could not be reached
     */
    public record Found(List<Path> files, List<Path> unreadable) {}

    /** A place that is a file is taken as it is, whatever is excluded. */
    public Found below(List<Path> places) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> unreadable = new ArrayList<>();
        for (Path place : places) {
            if (!Files.isDirectory(place)) {
                files.add(place);
                continue;
            }
            List<Path> here = new ArrayList<>();
            Files.walkFileTree(place, new Visitor(place, here, unreadable));
            here.sort(null);
            files.addAll(here);
        }
        return new Found(files, unreadable);
    }

    private boolean isExcluded(Path path) {
        Path name = path.getFileName();
        return name != null
                && (NEVER.contains(name.toString())
                        || excluded.stream().anyMatch(it -> it.matches(name) || it.matches(path)));
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> files;
        private final List<Path> unreadable;

        Visitor(Path root, List<Path> files, List<Path> unreadable) {
            this.root = root;
            this.files = files;
            this.unreadable = unreadable;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && isExcluded(folder)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isExcluded(file)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) {
            unreadable.add(file);
            return FileVisitResult.CONTINUE;
        }
    }
}
