package dev.avow.engines.onnx;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A token-classification network in ONNX Runtime: token ids in, a row of outputs for each token
 * out.
 *
 * <p>It computes on threads of its own, one for each core: native code would hold on to a virtual
 * thread's carrier, and an event loop must not compute so long. Safe for any number of threads.
 */
final class Network implements AutoCloseable {

    private static final Set<String> INPUTS =
            Set.of("input_ids", "attention_mask", "token_type_ids");

    private static final int LONGEST_COMMAND_LINE = 3_584;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String output;
    private final ExecutorService threads;

    private Network(OrtEnvironment environment, OrtSession session, String output) {
        this.environment = environment;
        this.session = session;
        this.output = output;
        this.threads =
                Executors.newFixedThreadPool(
                        Runtime.getRuntime().availableProcessors(),
                        Thread.ofPlatform().daemon().name("avow-onnx-", 0).factory());
    }

    /**
     * Loads ONNX Runtime's native library and a network.
     *
     * @throws BadModel where either is not possible
     */
    static Network open(Path file) throws BadModel {
        OrtEnvironment environment = environment();
        OrtSession session = session(environment, file);
        try {
            return new Network(environment, session, check(session));
        } catch (BadModel | RuntimeException bad) {
            closeQuietly(session);
            throw bad;
        }
    }

    /**
     * ONNX Runtime 1.29.0 takes the whole process down with it where the command line is long: seen
     * with 8,000 characters, not with 3,600. A refusal is better than that.
     */
    private static void checkCommandLine() throws BadModel {
        int length;
        try {
            length = Files.readAllBytes(Path.of("/proc/self/cmdline")).length;
        } catch (IOException notLinux) {
            return;
        }
        if (length > LONGEST_COMMAND_LINE) {
            throw new BadModel(
                    "ONNX Runtime crashes in a process whose command line has more than "
                            + LONGEST_COMMAND_LINE
                            + " characters, and this one has "
                            + length
                            + "; start Avow by ./avow, or give Java its class path in CLASSPATH");
        }
    }

    private static OrtEnvironment environment() throws BadModel {
        checkCommandLine();
        try {
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            environment.setTelemetry(false);
            return environment;
        } catch (OrtException | LinkageError | RuntimeException notHere) {
            throw new BadModel(
                    "ONNX Runtime cannot be loaded on this system; it knows Linux on x86-64 and"
                            + " ARM64, macOS on ARM64 and Windows on x86-64, and needs a folder for"
                            + " temporary files"
                            + " from which libraries may be loaded (java.io.tmpdir)");
        }
    }

    private static OrtSession session(OrtEnvironment environment, Path file) throws BadModel {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return environment.createSession(file.toString(), options);
        } catch (OrtException unreadable) {
            throw new BadModel(
                    "model.onnx cannot be read by ONNX Runtime ("
                            + unreadable.getCode()
                            + "); export it again");
        }
    }

    /** The name of the output. */
    private static String check(OrtSession session) throws BadModel {
        if (!session.getInputNames().contains("input_ids")
                || !INPUTS.containsAll(session.getInputNames())) {
            throw new BadModel(
                    "model.onnx must take input_ids and may take attention_mask and token_type_ids;"
                            + " this one takes "
                            + String.join(", ", session.getInputNames()));
        }
        try {
            for (NodeInfo each : session.getInputInfo().values()) {
                if (!(each.getInfo() instanceof TensorInfo info)
                        || info.type != OnnxJavaType.INT64
                        || info.getShape().length != 2
                        || Arrays.stream(info.getShape()).anyMatch(length -> length > 1)) {
                    throw new BadModel(
                            "model.onnx must take int64 tensors of any number of tokens; export it"
                                    + " with dynamic axes");
                }
            }
        } catch (OrtException unreadable) {
            throw new BadModel("model.onnx does not say what it takes; export it again");
        }
        return session.getOutputNames().contains("logits")
                ? "logits"
                : session.getOutputNames().iterator().next();
    }

    /**
     * Computes.
     *
     * @param ids the tokens, special ones included
     * @param deadline until when to wait, by {@link System#nanoTime()}
     * @return a row for each token
     * @throws TimeoutException where it took longer
     * @throws OrtException where the network fails
     */
    float[][] run(long[] ids, long deadline) throws TimeoutException, OrtException {
        Future<float[][]> running;
        try {
            running = threads.submit(() -> compute(ids));
        } catch (RejectedExecutionException closed) {
            throw new OrtException("closed");
        }
        try {
            return running.get(Math.max(0, deadline - System.nanoTime()), NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new OrtException("the network failed");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new TimeoutException();
        } finally {
            running.cancel(false);
        }
    }

    private float[][] compute(long[] ids) throws OrtException {
        long[] shape = {1, ids.length};
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String name : session.getInputNames()) {
                long[] values =
                        switch (name) {
                            case "input_ids" -> ids;
                            case "attention_mask" -> filled(ids.length);
                            default -> new long[ids.length];
                        };
                inputs.put(
                        name, OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
            }
            try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
                OnnxValue value = result.get(0);
                return value.getValue() instanceof float[][][] rows ? rows[0] : new float[0][];
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static long[] filled(int length) {
        long[] ones = new long[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void closeQuietly(OrtSession session) {
        try {
            session.close();
        } catch (OrtException alreadyGone) {
            // nothing is left to give back
        }
    }

    /** Ends the threads and gives the network's memory back, once nothing computes. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (threads.awaitTermination(10, TimeUnit.SECONDS)) {
                closeQuietly(session);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
