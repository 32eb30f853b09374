package dev.avow.engines.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.avow.engines.onnx.BadModel;
import dev.avow.engines.onnx.OnnxSentences;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Sentence embeddings by all-MiniLM-L6-v2, quantized to 8 bits, out of the artifact that carries
 * it. Waits for the network; safe for any number of threads.
 */
final class Embedding implements AutoCloseable {

    /** How long a vector is. */
    static final int SIZE = 384;

    /** Tokens that are read of a text: about a hundred characters. */
    static final int TOKENS = 24;

    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    private final OnnxSentences sentences;

    private Embedding(OnnxSentences sentences) {
        this.sentences = sentences;
    }

    /**
     * Loads the model, by way of a file that is gone afterwards.
     *
     * @throws BadModel where that is not possible on this system
     */
    static Embedding open() throws BadModel, IOException {
        Path file = Files.createTempFile("avow-minilm", ".onnx");
        try {
            Files.write(file, resource(MODEL));
            return new Embedding(OnnxSentences.open(file, resource(TOKENIZER)));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Embedding.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the class path lacks " + name);
            }
            return in.readAllBytes();
        }
    }

    /**
     * The vector of a text's beginning.
     *
     * @param deadline by {@link System#nanoTime()}
     * @return empty where the network fails
     * @throws TimeoutException where it took longer
     */
    Optional<float[]> of(String text, int tokens, long deadline) throws TimeoutException {
        return sentences.embed(text, tokens, deadline);
    }

    /** Something to wait for without an end in sight, such as at a start. */
    static long inAMinute() {
        return System.nanoTime() + 60_000_000_000L;
    }

    /** A name for a text that does not tell it. */
    static byte[] key(String text) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (java.security.NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public void close() {
        sentences.close();
    }
}
