package dev.avow.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** P6: what a letter says can be read wherever it is opened, and nothing of it is left out. */
final class LetterPdfTest {

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void of_namesOfSeveralScripts_arePrintedOrFallBackVisibly() throws IOException {
        String text = text(LetterPdf.of(List.of("Zoë Müller, Ελένη, Ольга, Łukasz", "中 and 😀")));

        assertThat(text)
                .contains("Zoë Müller", "Ελένη", "Ольга", "Łukasz")
                .contains("[U+4E2D] and [U+1F600]");
    }

    @Test
    void of_longTextsAndWords_wrapOntoFurtherPagesWithoutLoss() throws IOException {
        String word = "x".repeat(3_000);
        byte[] pdf = LetterPdf.of(List.of("many words ".repeat(1_500), word));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
        }
        assertThat(text(pdf).chars().filter(c -> c == 'x').count()).isEqualTo(3_000);
        assertThat(text(pdf).split("words", -1)).hasSize(1_501);
    }

    @Test
    void of_lineFeedsAndControls_breakNothing() throws IOException {
        assertThat(text(LetterPdf.of(List.of("one\ntwo\u0007\tthree\r\n", "", "four"))))
                .contains("one", "two[U+0007] three", "four");
    }

    @Test
    void of_font_isEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(LetterPdf.of(List.of("a")))) {
            PDPage page = document.getPage(0);
            assertThat(
                            StreamSupport.stream(
                                            page.getResources().getFontNames().spliterator(), false)
                                    .map(name -> embedded(page, name)))
                    .containsExactly(true);
        }
    }

    private static boolean embedded(PDPage page, COSName name) {
        try {
            return page.getResources().getFont(name).isEmbedded();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
