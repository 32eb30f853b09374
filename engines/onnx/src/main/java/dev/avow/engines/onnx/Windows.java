package dev.avow.engines.onnx;

import ai.onnxruntime.OrtException;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Walks over a text in windows as long as the network takes. Windows overlap, and of the overlap
 * each keeps the half that is farther from its edge, so that a token has neighbours on both sides.
 * It holds one window's tokens, however long the text. For one scan.
 */
final class Windows {

    private final Network network;
    private final Tokenizer.Reader reader;
    private final Frame frame;
    private final Spans spans;
    private final int labels;
    private final Tokens tokens = new Tokens();

    /**
     * What stands around each window.
     *
     * @param before special tokens before it
     * @param after special tokens after it
     * @param room tokens in it, without these
     */
    record Frame(List<Integer> before, List<Integer> after, int room) {

        Frame {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        int overlap() {
            return Math.min(64, room / 4);
        }

        long[] around(Tokens tokens, int count) {
            long[] ids = new long[before.size() + count + after.size()];
            int at = 0;
            for (int special : before) {
                ids[at++] = special;
            }
            for (int i = 0; i < count; i++) {
                ids[at++] = tokens.id[i];
            }
            for (int special : after) {
                ids[at++] = special;
            }
            return ids;
        }
    }

    Windows(Network network, Tokenizer.Reader reader, Frame frame, Labels labels) {
        this.network = network;
        this.reader = reader;
        this.frame = frame;
        this.spans = new Spans(labels);
        this.labels = labels.count();
    }

    /**
     * Looks at all of the text.
     *
     * @param deadline by {@link System#nanoTime()}
     */
    Scan scan(long deadline) {
        Coverage coverage = Coverage.COMPLETE;
        try {
            all(deadline);
        } catch (TimeoutException late) {
            coverage = new Coverage.Partial(Coverage.Why.OUT_OF_TIME);
        } catch (OrtException failed) {
            coverage = new Coverage.Partial(Coverage.Why.RECOGNIZER_FAILED);
        }
        List<Finding> findings = spans.finish();
        return new Scan(findings, coverage);
    }

    private void all(long deadline) throws TimeoutException, OrtException {
        int taken = 0;
        boolean more = true;
        while (more) {
            more = fill(deadline);
            int count = Math.min(tokens.size(), frame.room());
            if (count > taken) {
                boolean last = !more && tokens.size() <= frame.room();
                float[][] rows = rows(count, deadline);
                int until = last ? count : count - frame.overlap() / 2;
                for (int i = taken; i < until; i++) {
                    spans.take(rows[i], tokens.start[i], tokens.end[i], tokens.beginsWord[i]);
                }
                if (last) {
                    return;
                }
                int drop = count - frame.overlap();
                tokens.drop(drop);
                taken = until - drop;
                more = true;
            }
        }
    }

    /** Reads on until a window is full; false at the text's end. */
    private boolean fill(long deadline) throws TimeoutException {
        while (tokens.size() <= frame.room()) {
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException();
            }
            if (!reader.next(tokens)) {
                return false;
            }
        }
        return true;
    }

    private float[][] rows(int count, long deadline) throws TimeoutException, OrtException {
        float[][] rows = network.run(frame.around(tokens, count), deadline);
        int before = frame.before().size();
        if (rows.length != before + count + frame.after().size() || rows[0].length != labels) {
            throw new OrtException("the network's output has another form");
        }
        return Arrays.copyOfRange(rows, before, before + count);
    }
}
