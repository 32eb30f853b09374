package dev.avow.engines.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** PDFs of one page (ISO 32000-1, 7.5): one that is fine, and some that are made to harm. */
public final class Pdfs {

    private Pdfs() {}

    /** One line of text. */
    public static byte[] saying(String line) {
        return of("", "BT /F1 12 Tf 20 100 Td (" + line + ") Tj ET", List.of());
    }

    /**
     * A page that draws a form ten times, which draws another ten times, and so on: more than
     * anybody can draw in a lifetime, in some kilobytes.
     */
    public static byte[] withoutEnd() {
        int depth = 14;
        List<String> forms = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            String content = i == depth - 1 ? "0 0 m" : "/X Do ".repeat(10);
            String inner = i == depth - 1 ? "" : "/XObject<</X " + (7 + i) + " 0 R>>";
            forms.add(
                    "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<"
                            + inner
                            + ">>/Length "
                            + content.length()
                            + ">>stream\n"
                            + content
                            + "\nendstream");
        }
        return of("/XObject<</X 6 0 R>>", "/X Do", forms);
    }

    /** A megabyte that unpacks to half a gigabyte of one piece of text. */
    public static byte[] bomb() {
        byte[] opened = new byte[1 << 20];
        Arrays.fill(opened, (byte) '(');
        // Whoever looks for what is deflated does not see it.
        byte[] packed = bytes(HexFormat.of().formatHex(deflated(opened, 512)) + ">");
        return of(
                "",
                "<</Filter[/ASCIIHexDecode/FlateDecode]/Length " + packed.length + ">>stream\n",
                packed,
                List.of());
    }

    private static byte[] of(String resources, String content, List<String> more) {
        return of(
                resources,
                "<</Length " + content.length() + ">>stream\n",
                content.getBytes(StandardCharsets.ISO_8859_1),
                more);
    }

    private static byte[] of(String resources, String head, byte[] content, List<String> more) {
        List<byte[]> objects = new ArrayList<>();
        objects.add(bytes("<</Type/Catalog/Pages 2 0 R>>"));
        objects.add(bytes("<</Type/Pages/Kids[3 0 R]/Count 1>>"));
        objects.add(
                bytes(
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0"
                                + " R/Resources<</Font<</F1 5 0 R>>"
                                + resources
                                + ">>>>"));
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(bytes(head));
        stream.writeBytes(content);
        stream.writeBytes(bytes("\nendstream"));
        objects.add(stream.toByteArray());
        objects.add(bytes("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"));
        more.forEach(each -> objects.add(bytes(each)));
        return written(objects);
    }

    private static byte[] written(List<byte[]> objects) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(bytes("%PDF-1.4\n"));
        int count = objects.size() + 1;
        StringBuilder table = new StringBuilder("xref\n0 " + count + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(pdf.size()));
            pdf.writeBytes(bytes((i + 1) + " 0 obj"));
            pdf.writeBytes(objects.get(i));
            pdf.writeBytes(bytes("endobj\n"));
        }
        int at = pdf.size();
        pdf.writeBytes(bytes(table.toString()));
        pdf.writeBytes(
                bytes("trailer<</Size " + count + "/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF"));
        return pdf.toByteArray();
    }

    private static byte[] deflated(byte[] bytes, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            for (int i = 0; i < times; i++) {
                deflater.write(bytes);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
