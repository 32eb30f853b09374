package dev.avow.engines.onnx;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes vectors of texts by a sentence-embedding model in ONNX, in this process and without a
 * network: the mean of the network's rows, of length one.
 *
 * <p>An embedding waits for the network, which computes on threads of its own: call it where
 * waiting is allowed, never on an event loop. Safe for any number of threads.
 *
 * <p>Source: N. Reimers, I. Gurevych, "Sentence-BERT", 2019, section 3.
 */
public final class OnnxSentences implements AutoCloseable {

    private static final int LONGEST = 510;

    private final Network network;
    private final Tokenizer tokenizer;
    private final Windows.Frame frame;

    private OnnxSentences(Network network, Tokenizer tokenizer, Windows.Frame frame) {
        this.network = network;
        this.tokenizer = tokenizer;
        this.frame = frame;
    }

    /**
     * Loads a model.
     *
     * @param model a file as {@code model.onnx} is; it is not needed any more afterwards
     * @param tokenizer what stands in {@code tokenizer.json}, in UTF-8
     * @throws BadModel where it cannot be used
     */
    public static OnnxSentences open(Path model, byte[] tokenizer) throws BadModel {
        TokenizerFile file;
        try {
            file = new TokenizerFile(JsonMapper.shared().readTree(tokenizer));
        } catch (JacksonException unreadable) {
            throw new BadModel("the model's tokenizer.json cannot be read");
        }
        Tokenizer read = file.tokenizer();
        Windows.Frame frame = new Windows.Frame(file.specials(true), file.specials(false), LONGEST);
        return new OnnxSentences(Network.open(model), read, frame);
    }

    /**
     * Embeds the beginning of a text.
     *
     * @param most tokens that are read, 1 to 510
     * @param deadline until when to wait, by {@link System#nanoTime()}
     * @return a vector of length one; empty where the network fails
     * @throws TimeoutException where it took longer
     */
    public Optional<float[]> embed(String text, int most, long deadline) throws TimeoutException {
        Tokens tokens = new Tokens();
        Tokenizer.Reader reader = tokenizer.read(text);
        while (tokens.size() < most && reader.next(tokens)) {
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException();
            }
        }
        try {
            int count = Math.min(Math.min(most, LONGEST), tokens.size());
            return Optional.of(mean(network.run(frame.around(tokens, count), deadline)));
        } catch (OrtException failed) {
            return Optional.empty();
        }
    }

    private static float[] mean(float[][] rows) throws OrtException {
        if (rows.length == 0) {
            throw new OrtException("the network's output has another form");
        }
        float[] sum = new float[rows[0].length];
        for (float[] row : rows) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += row[i];
            }
        }
        double square = 0;
        for (float each : sum) {
            square += each * each;
        }
        for (int i = 0; i < sum.length && square > 0; i++) {
            sum[i] /= (float) Math.sqrt(square);
        }
        return sum;
    }

    /** Gives the model's memory back; who waits gets nothing. */
    @Override
    public void close() {
        network.close();
    }
}
