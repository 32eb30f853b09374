package dev.avow.engines.documents;

import dev.avow.arrive.DocumentReader.Extract;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A process that reads documents and does nothing else. It gets a document by a pipe and gives its
 * text back by another ({@link Frames}). It was confined before it began ({@link ConfinedExec}). It
 * ends with the pipe, and so with the server, however that ends, and when a document takes it too
 * long.
 */
final class ReaderMain {

    private final DataOutputStream out;
    private final Path folder;
    private final int mostChars;
    private final boolean readsPdf;
    private final int patienceSeconds;

    private ReaderMain(DataOutputStream out, Path folder, String[] limits) {
        this.out = out;
        this.folder = folder;
        this.mostChars = Integer.parseInt(limits[0]);
        this.readsPdf = Boolean.parseBoolean(limits[1]);
        this.patienceSeconds = Integer.parseInt(limits[2]);
    }

    public static void main(String[] limits) throws IOException {
        DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // What a library prints would stand between the frames.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false));
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false));
        Path folder = Path.of("").toAbsolutePath();
        // Before a byte of a document is here.
        boolean confined = Confinement.toThisProgram() && Boolean.parseBoolean(limits[3]);
        out.writeBoolean(confined);
        out.flush();
        new ReaderMain(out, folder, limits).untilTheEndOf(in);
        Runtime.getRuntime().halt(0);
    }

    /** This thread waits for the next document meanwhile, and so sees when the server goes. */
    private void untilTheEndOf(DataInputStream in) {
        ExecutorService parser = Executors.newSingleThreadExecutor();
        try {
            while (true) {
                byte[] document = Frames.readDocument(in);
                parser.execute(() -> answer(document));
            }
        } catch (IOException over) {
            WorkFolder.remove(folder);
        }
    }

    private void answer(byte[] document) {
        Kernel.endAfter(patienceSeconds);
        try {
            Extract extract = read(document);
            WorkFolder.empty(folder);
            Frames.writeExtract(out, extract);
        } catch (IOException over) {
            Runtime.getRuntime().halt(1);
        }
        Kernel.endAfter(0);
    }

    private Extract read(byte[] document) {
        try {
            return new TikaReading(mostChars, readsPdf).read(document);
        } catch (LinkageError missing) {
            // A parser wants what it may not have.
            return Extract.NONE;
        }
    }
}
