package dev.avow.training.names;

import dev.avow.detector.names.NameModel;
import dev.avow.detector.names.Tag;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes what {@link NameModel} reads; the layout stands there. */
final class ModelWriter {

    private ModelWriter() {}

    /**
     * @param log logarithm of the number of rows
     * @param features strongest first; what finds no row is left out
     * @param outsideBias added to the score of "no name", in natural logarithms of odds
     * @param words of {@link GazetteerBuilder#build}
     * @param clusters of {@link ClusterList#read}
     */
    static byte[] write(
            int log,
            List<Learner.Weighted> features,
            float outsideBias,
            NavigableMap<Integer, Integer> words,
            NavigableMap<Integer, Integer> clusters)
            throws IOException {
        float greatest = 0.5f;
        for (Learner.Weighted f : features.subList(0, Math.min(200, features.size()))) {
            for (float w : f.weights()) {
                greatest = Math.max(greatest, Math.abs(w));
            }
        }
        float step = Math.min(greatest, 4f) / 127;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DataOutputStream out =
                new DataOutputStream(
                        new java.io.BufferedOutputStream(
                                new DeflaterOutputStream(
                                        body, new Deflater(Deflater.BEST_COMPRESSION)),
                                1 << 16))) {
            out.writeInt(log);
            out.writeFloat(step);
            for (int tag = 0; tag < Tag.COUNT; tag++) {
                out.writeInt(tag == Tag.OUTSIDE ? Math.round(outsideBias / step) : 0);
            }
            for (long row : rows(log, features, step)) {
                out.writeLong(row);
            }
            ascending(out, words.navigableKeySet());
            for (int known : words.values()) {
                out.writeByte(known);
            }
            ascending(out, clusters.navigableKeySet());
            for (int path : clusters.values()) {
                out.writeInt(path);
            }
        }
        CRC32 crc = new CRC32();
        crc.update(body.toByteArray());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write(NameModel.MAGIC.getBytes(StandardCharsets.ISO_8859_1));
        out.writeInt((int) crc.getValue());
        body.writeTo(out);
        return file.toByteArray();
    }

    private static void ascending(DataOutputStream out, SortedSet<Integer> numbers)
            throws IOException {
        out.writeInt(numbers.size());
        int before = Integer.MIN_VALUE;
        for (int number : numbers) {
            int distance = number - before;
            while (distance >>> 7 != 0) {
                out.writeByte((distance & 0x7F) | 0x80);
                distance >>>= 7;
            }
            out.writeByte(distance);
            before = number;
        }
    }

    private static long[] rows(int log, List<Learner.Weighted> features, float step) {
        long[] rows = new long[(1 << log) + NameModel.PROBES];
        for (Learner.Weighted f : features) {
            int at = f.feature() >>> (32 - log);
            int mark = NameModel.mark(f.feature());
            for (int p = 0; p < NameModel.PROBES; p++) {
                if ((rows[at + p] & 0xFF) == mark) {
                    break;
                }
                if (rows[at + p] == 0) {
                    rows[at + p] = row(mark, f.weights(), step);
                    break;
                }
            }
        }
        return rows;
    }

    private static long row(int mark, float[] weights, float step) {
        long row = mark;
        for (int tag = 0; tag < Tag.COUNT; tag++) {
            int w = Math.clamp(Math.round(weights[tag] / step), -127, 127);
            row |= (long) (w + NameModel.ZERO) << (8 * (tag + 1));
        }
        return row;
    }
}
