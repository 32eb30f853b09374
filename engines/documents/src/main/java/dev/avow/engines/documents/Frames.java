package dev.avow.engines.documents;

import dev.avow.arrive.DocumentReader.Extract;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the server and a reader's process say to each other over a pipe, by turns:
 *
 * <pre>
 * reader, once   1 byte: 1 where the kernel confines it, else 0
 * server         4 bytes: the document's length; the document
 * reader         1 byte: 1 where all of its text is there, else 0
 *                4 bytes: the text's length; the text in UTF-8
 * </pre>
 *
 * Lengths are big-endian and no more than was agreed: neither side trusts the other's.
 */
final class Frames {

    private Frames() {}

    static void writeDocument(DataOutputStream out, byte[] document) throws IOException {
        out.writeInt(document.length);
        out.write(document);
        out.flush();
    }

    /**
     * @throws java.io.EOFException where the server has gone
     */
    static byte[] readDocument(DataInputStream in) throws IOException {
        return bytes(in, Unpacking.MOST);
    }

    static void writeExtract(DataOutputStream out, Extract extract) throws IOException {
        byte[] text = extract.text().getBytes(StandardCharsets.UTF_8);
        out.writeBoolean(extract.whole());
        out.writeInt(text.length);
        out.write(text);
        out.flush();
    }

    /**
     * @throws IOException where the reader has gone, or says more than it may
     */
    static Extract readExtract(DataInputStream in, int mostChars) throws IOException {
        boolean whole = in.readBoolean();
        byte[] text = bytes(in, (int) Math.min(Integer.MAX_VALUE - 8, 3L * mostChars));
        return new Extract(new String(text, StandardCharsets.UTF_8), whole);
    }

    private static byte[] bytes(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
