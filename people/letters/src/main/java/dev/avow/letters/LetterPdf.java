package dev.avow.letters;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Paragraphs as a PDF of A4 pages. The font (Liberation Sans, Latin, Greek and Cyrillic) is
 * embedded, so that it looks alike everywhere. A character that it lacks is printed as its number,
 * such as {@code [U+4E2D]}: visibly, and never left out. Safe for any thread; in memory.
 */
public final class LetterPdf {

    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 71; // 25 mm
    private static final float SIZE = 11;
    private static final float LINE = 15;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private LetterPdf() {}

    /** The bytes of a PDF. */
    public static byte[] of(List<String> paragraphs) {
        try (PDDocument document = new PDDocument();
                InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IllegalStateException("the font of letters is missing");
            }
            PDFont font = PDType0Font.load(document, file, true);
            List<String> lines = new ArrayList<>();
            for (String paragraph : paragraphs) {
                lines.addAll(wrapped(font, printable(font, paragraph)));
                lines.add("");
            }
            int perPage = (int) ((PDRectangle.A4.getHeight() - 2 * MARGIN) / LINE);
            for (int from = 0; from < lines.size(); from += perPage) {
                page(document, font, lines.subList(from, Math.min(from + perPage, lines.size())));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void page(PDDocument document, PDFont font, List<String> lines)
            throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, SIZE);
            content.setLeading(LINE);
            content.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN - SIZE);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    /** Each character that the font lacks as its number. */
    private static String printable(PDFont font, String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .forEach(point -> {
                    if (Character.isWhitespace(point)) {
                        printable.append(point == '\n' ? '\n' : ' ');
                    } else if (has(font, point)) {
                        printable.appendCodePoint(point);
                    } else {
                        printable.append(String.format(Locale.ROOT, "[U+%04X]", point));
                    }
                });
        return printable.toString();
    }

    private static boolean has(PDFont font, int point) {
        try {
            return font.encode(Character.toString(point)).length > 0;
        } catch (IOException | IllegalArgumentException lacking) {
            return false;
        }
    }

    private static List<String> wrapped(PDFont font, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String part : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : part.split(" ", -1)) {
                for (String piece : pieces(font, word)) {
                    String longer = line.isEmpty() ? piece : line + " " + piece;
                    if (width(font, longer) > WIDTH && !line.isEmpty()) {
                        lines.add(line.toString());
                        line.setLength(0);
                        line.append(piece);
                    } else {
                        line.setLength(0);
                        line.append(longer);
                    }
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** A word that is longer than a line in pieces that are not. */
    private static List<String> pieces(PDFont font, String word) throws IOException {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int point : word.codePoints().toArray()) {
            String one = Character.toString(point);
            if (!piece.isEmpty() && width(font, piece + one) > WIDTH) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(one);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static float width(PDFont font, String text) throws IOException {
        return font.getStringWidth(text) / 1000 * SIZE;
    }
}
