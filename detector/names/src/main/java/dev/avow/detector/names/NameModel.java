package dev.avow.detector.names;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/**
 * The weights and the gazetteer, from a file that {@code training/names} writes.
 *
 * <p>Layout, numbers big-endian: eight bytes {@value #MAGIC}; four bytes CRC-32 of all that
 * follows; then, deflated: the logarithm of the number of rows (int), the weight of one step as a
 * float, one bias per tag in steps (int), the rows (long each), the hashes of words and their flags
 * (byte each), the keys of words that have a cluster and their paths (int each). Hashes and keys
 * ascend: their number (int), then the distance of each from the one before in groups of seven
 * bits, the lowest first, in a byte whose highest bit says that more follow.
 *
 * <p>A row is eight bytes: the lowest is a fingerprint of its feature, the others are the weights
 * of the tags 0 to 6 in steps, plus {@value #ZERO}. A feature's row is one of {@value #PROBES}
 * after the place that its hash says; a row of zero is empty. A foreign feature passes for one that
 * is there once in some hundred times.
 *
 * <p>Immutable and safe for any number of threads.
 */
public final class NameModel {

    /** The first eight bytes of the file; the last is the version. */
    public static final String MAGIC = "AVOWNAM3";

    /** What a weight of nothing is written as. */
    public static final int ZERO = 128;

    /** How many rows are looked at for a feature. */
    public static final int PROBES = 4;

    /** The logarithm of the rows of one model, at most: 16 MiB. */
    private static final int MOST_ROWS = 21;

    private static final int MOST_WORDS = 1 << 20;
    private static final long LANES = 0x00FF00FF00FF00FFL;

    private final long[] rows;
    private final int shift;
    private final float step;
    private final int[] bias;
    private final Gazetteer gazetteer;
    private final Clusters clusters;

    private NameModel(
            int log, float step, int[] bias, long[] rows, Gazetteer gazetteer, Clusters clusters) {
        this.shift = 32 - log;
        this.step = step;
        this.bias = bias;
        this.rows = rows;
        this.gazetteer = gazetteer;
        this.clusters = clusters;
    }

    /**
     * Reads a model to the end of the stream.
     *
     * @throws IOException if it cannot be read or is damaged
     */
    public static NameModel read(InputStream in) throws IOException {
        DataInputStream head = new DataInputStream(in);
        byte[] magic = head.readNBytes(MAGIC.length());
        if (!new String(magic, java.nio.charset.StandardCharsets.ISO_8859_1).equals(MAGIC)) {
            throw new IOException("not a model of names");
        }
        int expected = head.readInt();
        byte[] body = head.readAllBytes();
        CRC32 crc = new CRC32();
        crc.update(body);
        if ((int) crc.getValue() != expected) {
            throw new IOException("the model of names is damaged");
        }
        return body(
                new DataInputStream(
                        new java.io.BufferedInputStream(
                                new InflaterInputStream(new ByteArrayInputStream(body)), 1 << 16)));
    }

    private static NameModel body(DataInputStream in) throws IOException {
        int log = in.readInt();
        if (log < 3 || log > MOST_ROWS) {
            throw new IOException("the model of names has an impossible size");
        }
        float step = in.readFloat();
        int[] bias = new int[Tag.COUNT];
        for (int tag = 0; tag < Tag.COUNT; tag++) {
            bias[tag] = in.readInt();
        }
        long[] rows = new long[(1 << log) + PROBES];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = in.readLong();
        }
        int[] hashes = hashes(in);
        Gazetteer gazetteer = new Gazetteer(hashes, in.readNBytes(hashes.length));
        int[] keys = hashes(in);
        int[] paths = new int[keys.length];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = in.readInt();
        }
        return new NameModel(log, step, bias, rows, gazetteer, new Clusters(keys, paths));
    }

    /** How many there are, and each as its distance from the one before, the least first. */
    private static int[] hashes(DataInputStream in) throws IOException {
        int words = in.readInt();
        if (words < 0 || words > MOST_WORDS) {
            throw new IOException("the model of names has an impossible size");
        }
        int[] hashes = new int[words];
        int before = Integer.MIN_VALUE;
        for (int i = 0; i < words; i++) {
            before += distance(in);
            hashes[i] = before;
        }
        return hashes;
    }

    /** Seven bits in each byte, the lowest first; in the last byte the highest bit is clear. */
    private static int distance(DataInputStream in) throws IOException {
        int distance = 0;
        int shift = 0;
        int read;
        do {
            read = in.readUnsignedByte();
            distance |= (read & 0x7F) << shift;
            shift += 7;
        } while (read > 0x7F && shift < 35);
        return distance;
    }

    /** What is known of single words. */
    public Gazetteer gazetteer() {
        return gazetteer;
    }

    /** Which words stand in the same places. */
    public Clusters clusters() {
        return clusters;
    }

    /**
     * The scores of the tags, in steps.
     *
     * @param features of {@link Features#of}
     * @param count how many of them
     * @param scores {@link Tag#COUNT} long, filled in
     */
    void score(int[] features, int count, int[] scores) {
        // Eight-bit weights are summed in lanes of sixteen bits, four at once: 84 features of at
        // most 255 stay below 65,536.
        long even = 0;
        long odd = 0;
        int hits = 0;
        for (int f = 0; f < count; f++) {
            int h = features[f];
            int at = h >>> shift;
            int mark = mark(h);
            for (int p = 0; p < PROBES; p++) {
                long row = rows[at + p];
                if ((int) (row & 0xFF) == mark) {
                    even += row & LANES;
                    odd += (row >>> 8) & LANES;
                    hits++;
                    break;
                }
            }
        }
        int zero = hits * ZERO;
        scores[0] = (int) (odd & 0xFFFF) - zero + bias[0];
        scores[1] = (int) (even >>> 16 & 0xFFFF) - zero + bias[1];
        scores[2] = (int) (odd >>> 16 & 0xFFFF) - zero + bias[2];
        scores[3] = (int) (even >>> 32 & 0xFFFF) - zero + bias[3];
        scores[4] = (int) (odd >>> 32 & 0xFFFF) - zero + bias[4];
        scores[5] = (int) (even >>> 48) - zero + bias[5];
        scores[6] = (int) (odd >>> 48) - zero + bias[6];
    }

    /** The fingerprint of a feature, 1 to 255; 0 marks an empty row. */
    public static int mark(int feature) {
        return (feature & 0xFF) == 0 ? 1 : feature & 0xFF;
    }

    /** How much one step of a score is, in natural logarithms of odds. */
    float step() {
        return step;
    }
}
