package dev.avow.engines.topics;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Embeddings of examples, kept so that a start need not compute them: for each the first eight
 * bytes of its text's SHA-256 and its components times 508 as bytes. What is missing is computed.
 * Made by {@link #main}; a test says where that is due.
 */
final class Vectors {

    private static final String FILE = "examples.vectors";
    private static final float SCALE = 508;
    private static final int TOKENS = 64;

    private final Map<Long, byte[]> kept;

    private Vectors(Map<Long, byte[]> kept) {
        this.kept = kept;
    }

    /** What comes with this module; empty where nothing was kept. */
    static Vectors builtIn() {
        Map<Long, byte[]> kept = new HashMap<>();
        try (InputStream in = Vectors.class.getResourceAsStream(FILE)) {
            if (in != null) {
                read(new DataInputStream(in), kept);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Vectors(kept);
    }

    private static void read(DataInputStream in, Map<Long, byte[]> into) throws IOException {
        while (true) {
            long key;
            try {
                key = in.readLong();
            } catch (EOFException all) {
                return;
            }
            byte[] vector = new byte[Embedding.SIZE];
            in.readFully(vector);
            into.put(key, vector);
        }
    }

    boolean has(String text) {
        return kept.containsKey(key(text));
    }

    /** The vector that is kept, or one that is computed. */
    float[] of(String text, Embedding embedding) {
        byte @Nullable [] vector = kept.get(key(text));
        if (vector == null) {
            vector = bytes(text, embedding);
        }
        float[] components = new float[vector.length];
        for (int i = 0; i < components.length; i++) {
            components[i] = vector[i] / SCALE;
        }
        return components;
    }

    private static byte[] bytes(String text, Embedding embedding) {
        Optional<float[]> computed;
        try {
            computed = embedding.of(text, TOKENS, Embedding.inAMinute());
        } catch (TimeoutException late) {
            computed = Optional.empty();
        }
        float[] components =
                computed.orElseThrow(() -> new IllegalStateException("the network failed"));
        byte[] bytes = new byte[components.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(components[i] * SCALE), -127, 127);
        }
        return bytes;
    }

    private static long key(String text) {
        return ByteBuffer.wrap(Embedding.key(text)).getLong();
    }

    /** Computes all of them and writes the file that is its one argument. */
    public static void main(String[] args) throws Exception {
        try (Embedding embedding = Embedding.open();
                DataOutputStream out =
                        new DataOutputStream(Files.newOutputStream(Path.of(args[0])))) {
            for (Examples.Example each : Examples.builtIn()) {
                out.writeLong(key(each.text()));
                out.write(bytes(each.text(), embedding));
            }
        }
    }
}
