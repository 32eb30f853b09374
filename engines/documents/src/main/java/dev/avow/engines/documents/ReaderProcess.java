package dev.avow.engines.documents;

import dev.avow.arrive.DocumentReader.Extract;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A process that reads one document after the other. For one thread at a time, but {@link #close},
 * which any thread may call and which ends whatever the process is at.
 */
final class ReaderProcess implements AutoCloseable {

    private static final long GOODBYE_MILLIS = 2_000;

    private final Process process;
    private final Path folder;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final int mostChars;
    private boolean greeted;
    private boolean confined;
    private int documents;
    private long idleSince;

    private ReaderProcess(Process process, Path folder, int mostChars) {
        this.process = process;
        this.folder = folder;
        this.mostChars = mostChars;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /** Starts it and does not wait until it is there. */
    static ReaderProcess start(ReaderCommand command, WorkPlace place) throws IOException {
        Path folder = place.newFolder();
        try {
            return new ReaderProcess(command.in(folder).start(), folder, command.mostChars());
        } catch (IOException failed) {
            Files.delete(folder);
            throw failed;
        }
    }

    /**
     * Waits as long as it takes.
     *
     * @throws IOException where the process ended meanwhile; its message holds no content
     */
    Extract read(byte[] document) throws IOException {
        if (!greeted) {
            confined = in.readBoolean();
            greeted = true;
        }
        documents++;
        Frames.writeDocument(out, document);
        return Frames.readExtract(in, mostChars);
    }

    /** Whether it was ever ready to read; known once it was given a document. */
    boolean hasBegun() {
        return greeted;
    }

    /** Whether the kernel keeps it from files and the network; known once it has read one. */
    boolean isConfined() {
        return confined;
    }

    boolean canRead(int perProcess) {
        return documents < perProcess && process.isAlive();
    }

    /** From now on it has nothing to do. */
    void rest() {
        idleSince = System.nanoTime();
    }

    boolean hasRested(long nanos) {
        return System.nanoTime() - idleSince >= nanos;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        WorkFolder.remove(folder);
    }
}
