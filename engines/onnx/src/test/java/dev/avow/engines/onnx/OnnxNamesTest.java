package dev.avow.engines.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * B3: a network in ONNX finds names. The network is tiny and knows a few words; it does compute.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class OnnxNamesTest {

    private static final Budget AMPLE = new Budget(Integer.MAX_VALUE, 60_000_000_000L);

    private OnnxNames names;

    @BeforeAll
    void open() throws BadModel {
        names = OnnxNames.open(Tiny.file("tiny-bert"), Map.of());
    }

    @AfterAll
    void close() {
        names.close();
    }

    @Test
    void scan_namesInASentence_givesTheirPlacesAndTypes() {
        assertThat(found("John Smith works at ACME Corp, in Paris."))
                .containsExactly("person John Smith", "organization ACME Corp", "location Paris");
    }

    @Test
    void scan_astralCharactersAndAccentsBefore_placesAreInUtf16() {
        assertThat(found("😀 山田 maria Mu\u0308ller!")).containsExactly("person maria Mu\u0308ller");
    }

    /** An accent of its own at a name's end once stayed behind when the name was masked. */
    @Test
    void scan_nameThatEndsInACombiningAccent_includesIt() {
        assertThat(found("smith\u0301 a")).containsExactly("person smith\u0301");
    }

    @Test
    void scan_wordInPieces_isOneName() {
        assertThat(found("the Smithson")).containsExactly("person Smithson");
    }

    @Test
    void scan_twoNamesSideBySide_areTwo() {
        assertThat(found("Maria John Smith")).containsExactly("person Maria", "person John Smith");
    }

    @Test
    void scan_labelThatIsNoName_isDropped() {
        assertThat(found("Maria speaks English")).containsExactly("person Maria");
    }

    @Test
    void scan_confidence_isTheSoftmaxOfTheOutputs() {
        Finding found = names.scan("john", AMPLE).findings().getFirst();

        // One label of nine has 6.25, of which 0.25 is everybody's; B- and I- count together.
        double sure = (Math.exp(6) + 1) / (Math.exp(6) + 8);
        assertThat(found.confidence()).isCloseTo(sure, org.assertj.core.data.Offset.offset(1e-4));
        assertThat(found.type().tier()).isEqualTo(2);
    }

    /** The network takes 24 tokens at once; wherever a window ends, each name is found once. */
    @Test
    void scan_longText_findsEachNameOnceAndWhole() {
        for (int before = 0; before < 40; before++) {
            String text = "a ".repeat(before) + "John Smith ! " + "b ".repeat(50) + "in New York";

            assertThat(found(text))
                    .as("after %d words", before)
                    .containsExactly("person John Smith", "location New York");
        }
    }

    @Test
    void scan_manyThousandWords_findsAll() {
        assertThat(found("maria works at acme . ".repeat(500))).hasSize(1000);
    }

    @Test
    void scan_emptyAndBlank_findNothing() {
        for (String text : List.of("", "   ", "\n", "\u0000", "\uD83D")) {
            assertThat(names.scan(text, AMPLE).findings()).isEmpty();
            assertThat(names.scan(text, AMPLE).coverage()).isEqualTo(Coverage.COMPLETE);
        }
    }

    @Test
    void scan_noTimeLeft_saysSo() {
        Scan scan = names.scan("maria ".repeat(100_000), new Budget(Integer.MAX_VALUE, 1));

        assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Coverage.Why.OUT_OF_TIME));
    }

    @Test
    void scan_longerThanTheBudget_saysSo() {
        Scan scan = names.scan("john and maria", new Budget(4, 60_000_000_000L));

        assertThat(scan.findings()).hasSize(1);
        assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Coverage.Why.TOO_LONG));
    }

    @Test
    void scan_manyThreads_findTheSame() {
        List<CompletableFuture<List<String>>> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            all.add(CompletableFuture.supplyAsync(() -> found("john lives in new york")));
        }
        assertThat(all)
                .allSatisfy(each ->
                        assertThat(each.join())
                                .containsExactly("person john", "location new york"));
    }

    @Test
    void scan_closed_isPartial() throws BadModel {
        OnnxNames closed = OnnxNames.open(Tiny.file("tiny-bert"), Map.of());
        closed.close();

        assertThat(closed.scan("john", AMPLE).coverage())
                .isEqualTo(new Coverage.Partial(Coverage.Why.RECOGNIZER_FAILED));
    }

    @Test
    void open_meaningsGiven_replaceTheUsual() throws BadModel {
        try (OnnxNames other =
                OnnxNames.open(
                        Tiny.file("tiny-bert"),
                        Map.of("PER", "person", "MISC", "language", "ORG", ""))) {
            assertThat(other.types()).containsExactly("language", "person");
            assertThat(other.scan("maria of acme in paris speaks english", AMPLE).findings())
                    .extracting(each -> each.type().id())
                    .containsExactly("person", "language");
        }
    }

    @Test
    void open_meaningOfALabelThatIsNotThere_saysWhichThereAre() {
        assertThatThrownBy(() -> OnnxNames.open(Tiny.file("tiny-bert"), Map.of("NAME", "person")))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("LOC, MISC, O, ORG, PER")
                .hasMessageContaining("NAME");
    }

    @Test
    void open_moreLabelsThanOutputs_isRefused(@TempDir Path folder) throws IOException {
        copy(folder, "model.onnx", "tokenizer.json");
        Files.writeString(
                folder.resolve("config.json"),
                "{\"max_position_embeddings\":24,\"id2label\":{\"0\":\"O\",\"1\":\"PER\"}}");

        assertThatThrownBy(() -> OnnxNames.open(folder, Map.of()))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("2 outputs");
    }

    @Test
    void open_fileMissingOrNoNetwork_saysWhich(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> OnnxNames.open(folder, Map.of()))
                .hasMessageContaining("config.json");
        copy(folder, "config.json");
        assertThatThrownBy(() -> OnnxNames.open(folder, Map.of()))
                .hasMessageContaining("tokenizer.json");
        copy(folder, "tokenizer.json");
        assertThatThrownBy(() -> OnnxNames.open(folder, Map.of()))
                .hasMessageContaining("model.onnx");
        Files.writeString(folder.resolve("model.onnx"), "no network");
        assertThatThrownBy(() -> OnnxNames.open(folder, Map.of()))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("cannot be read by ONNX Runtime");
    }

    private static void copy(Path to, String... names) throws IOException {
        for (String name : names) {
            Files.copy(Tiny.file("tiny-bert").resolve(name), to.resolve(name));
        }
    }

    private List<String> found(String text) {
        Scan scan = names.scan(text, AMPLE);
        assertThat(scan.coverage()).isEqualTo(Coverage.COMPLETE);
        return scan.findings().stream()
                .map(each -> each.type().id() + " " + text.substring(each.start(), each.end()))
                .toList();
    }
}
