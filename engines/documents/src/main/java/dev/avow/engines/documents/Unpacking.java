package dev.avow.engines.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipInputStream;

/**
 * Tells before a parser looks at it how much a document unpacks to, since a parser would hold all
 * of it in memory, several times over. It keeps most bombs from costing a process. Of a PDF it is a
 * first look only: filters can stand in a row, and a page can draw another many times.
 */
final class Unpacking {

    /** Bytes, of all parts together. */
    static final int MOST = 24 << 20;

    private static final int MOST_PARTS = 5_000;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    private Unpacking() {}

    /** Whether it is known to unpack to no more than {@link #MOST}. */
    static boolean isBounded(byte[] document) {
        if (document.length > MOST) {
            return false;
        }
        if (startsWith(document, "PK")) {
            return isBoundedZip(document);
        }
        return !isPdf(document) || isBoundedPdf(document);
    }

    private static boolean startsWith(byte[] document, String mark) {
        return document.length >= mark.length()
                && new String(document, 0, mark.length(), StandardCharsets.ISO_8859_1).equals(mark);
    }

    /** Readers take a PDF whose mark stands within the first thousand bytes. */
    static boolean isPdf(byte[] document) {
        return new String(
                        document, 0, Math.min(2_048, document.length), StandardCharsets.ISO_8859_1)
                .contains("%PDF");
    }

    private static boolean isBoundedZip(byte[] document) {
        long total = 0;
        int parts = 0;
        byte[] buffer = new byte[1 << 14];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            while (zip.getNextEntry() != null) {
                if (++parts > MOST_PARTS) {
                    return false;
                }
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    total += read;
                    if (total > MOST) {
                        return false;
                    }
                }
            }
        } catch (IOException | IllegalArgumentException unusual) {
            return false;
        }
        return parts > 0;
    }

    private static boolean isBoundedPdf(byte[] document) {
        long total = 0;
        for (int at = 0; at + STREAM.length < document.length; at++) {
            if (document[at] == 's' && isStreamAt(document, at)) {
                total +=
                        inflated(
                                document, afterLineEnd(document, at + STREAM.length), MOST - total);
                if (total >= MOST) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isStreamAt(byte[] document, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (document[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    private static int afterLineEnd(byte[] document, int at) {
        int next = at;
        while (next < document.length && document[next] <= ' ' && document[next] >= 0) {
            next++;
        }
        return next;
    }

    /** How many bytes come out of what may be deflated there; at most as many as are asked for. */
    private static long inflated(byte[] document, int from, long most) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(document, from, document.length - from);
            byte[] buffer = new byte[1 << 14];
            long total = 0;
            while (!inflater.finished() && total < most) {
                int read = inflater.inflate(buffer);
                if (read == 0) {
                    break;
                }
                total += read;
            }
            return total;
        } catch (DataFormatException plain) {
            return 0;
        } finally {
            inflater.end();
        }
    }

    /** All of a part within a document; empty where it is too large to be looked at. */
    static byte[] part(InputStream in) throws IOException {
        byte[] part = in.readNBytes(MOST + 1);
        return part.length > MOST ? new byte[0] : part;
    }
}
