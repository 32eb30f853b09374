package dev.avow.engines.onnx;

import ai.onnxruntime.OrtException;
import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds names by a token-classification model in ONNX, in this process and without a network.
 *
 * <p>The model is a folder with {@code model.onnx}, {@code tokenizer.json} and {@code config.json}
 * (of which {@code id2label} and {@code max_position_embeddings} are read), as Hugging Face's
 * {@code optimum-cli export onnx --task token-classification} writes it.
 *
 * <p>A scan waits for the network, which computes on threads of its own: call it where waiting is
 * allowed, never on an event loop. Safe for any number of threads.
 */
public final class OnnxNames implements Detector, AutoCloseable {

    private static final int LONGEST = 512;
    private static final Duration FIRST_RUN = Duration.ofSeconds(60);

    private final Network network;
    private final Tokenizer tokenizer;
    private final Windows.Frame frame;
    private final Labels labels;

    private OnnxNames(Network network, Tokenizer tokenizer, Windows.Frame frame, Labels labels) {
        this.network = network;
        this.tokenizer = tokenizer;
        this.frame = frame;
        this.labels = labels;
    }

    /**
     * Loads a model and has it compute once. Reads the whole model into memory outside of the heap.
     *
     * @param folder where the three files are
     * @param meanings the finding type of each label without its {@code B-} or {@code I-}, in
     *     capitals; an empty type drops a label; an empty map stands for the usual names of
     *     persons, organisations and places
     * @throws BadModel where it cannot be used
     */
    public static OnnxNames open(Path folder, Map<String, String> meanings) throws BadModel {
        JsonNode config = json(folder.resolve("config.json"));
        TokenizerFile file = new TokenizerFile(json(folder.resolve("tokenizer.json")));
        Path model = folder.resolve("model.onnx");
        if (!Files.isReadable(model)) {
            throw new BadModel("there is no readable model.onnx in the folder");
        }
        Labels labels = Labels.of(labelNames(config), meanings);
        Windows.Frame frame = frame(config, file);
        Tokenizer tokenizer = file.tokenizer();
        Network network = Network.open(model);
        try {
            checkForm(network, frame, labels);
            return new OnnxNames(network, tokenizer, frame, labels);
        } catch (BadModel | RuntimeException bad) {
            network.close();
            throw bad;
        }
    }

    private static JsonNode json(Path file) throws BadModel {
        try {
            return JsonMapper.shared().readTree(file.toFile());
        } catch (JacksonException unreadable) {
            throw new BadModel("there is no readable " + file.getFileName() + " in the folder");
        }
    }

    private static List<String> labelNames(JsonNode config) throws BadModel {
        JsonNode named = config.path("id2label");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            String name = named.path(String.valueOf(i)).asString("");
            if (name.isEmpty()) {
                throw new BadModel("config.json names no label " + i + " in id2label");
            }
            names.add(name);
        }
        if (names.isEmpty()) {
            throw new BadModel("config.json has no id2label, so nobody knows what it finds");
        }
        return names;
    }

    private static Windows.Frame frame(JsonNode config, TokenizerFile file) throws BadModel {
        int positions = config.path("max_position_embeddings").asInt(LONGEST);
        String family = config.path("model_type").asString("");
        if (family.contains("roberta") || family.equals("camembert")) {
            // These count positions from behind the one for padding.
            positions -= config.path("pad_token_id").asInt(1) + 1;
        }
        List<Integer> before = file.specials(true);
        List<Integer> after = file.specials(false);
        int room = Math.min(LONGEST, positions) - before.size() - after.size();
        if (room < 1) {
            throw new BadModel("config.json leaves no room for a token");
        }
        return new Windows.Frame(before, after, room);
    }

    /** That its outputs are as many as its labels, by computing once with as much as it takes. */
    private static void checkForm(Network network, Windows.Frame frame, Labels labels)
            throws BadModel {
        int length = frame.before().size() + frame.room() + frame.after().size();
        try {
            float[][] rows = network.run(new long[length], System.nanoTime() + FIRST_RUN.toNanos());
            if (rows.length != length || rows[0].length != labels.count()) {
                throw new BadModel(
                        "model.onnx does not give each token the "
                                + labels.count()
                                + " outputs that config.json names; export it for token"
                                + " classification");
            }
        } catch (TimeoutException | OrtException failed) {
            throw new BadModel(
                    "model.onnx fails with "
                            + length
                            + " tokens, which config.json says that it takes; export it again");
        }
    }

    /** The ids of what it can report. */
    public Set<String> types() {
        Set<String> types = new TreeSet<>();
        for (FindingType type : labels.types()) {
            types.add(type.id());
        }
        return types;
    }

    @Override
    public Scan scan(CharSequence text, Budget budget) {
        long deadline = System.nanoTime() + budget.maxNanos();
        String read = text.subSequence(0, Math.min(text.length(), budget.maxChars())).toString();
        Scan scan = new Windows(network, tokenizer.read(read), frame, labels).scan(deadline);
        return read.length() < text.length() && scan.coverage() instanceof Coverage.Complete
                ? new Scan(scan.findings(), new Coverage.Partial(Coverage.Why.TOO_LONG))
                : scan;
    }

    /** Gives the model's memory back; scans under way are partial. */
    @Override
    public void close() {
        network.close();
    }
}
