package dev.avow.detector.js;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.engine.Detectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B2: the compiled detector finds in Node and in a browser what the Java one finds here. */
class JavaScriptTest {

    private static final int SEED = 20_261_121;

    /** Of a thousand texts each. Twenty were run once by hand: {@code -Davow.fuzz.batches=20}. */
    private static final int BATCHES = Integer.getInteger("avow.fuzz.batches", 6);

    private static final int SIZE = 1_000;

    /** The first batches only: it is Node's engine once more, in another house. */
    private static final int IN_BROWSER = 2;

    private static List<String> onTheJvm = List.of();

    @TempDir private static Path folder;

    @BeforeAll
    static void scanHere() {
        onTheJvm =
                new Fuzz(SharedVectors.pieces(), SEED)
                        .digests(Detectors.of(Bundle.all()), BATCHES, SIZE);
    }

    @Test
    void fuzz_randomTexts_holdMuchToFind() {
        assertThat(onTheJvm).hasSize(BATCHES + 1);
        assertThat(Integer.parseInt(onTheJvm.getLast())).isGreaterThan(500 * BATCHES);
    }

    @Test
    void scan_randomTextsInNode_findsTheSame_B2() throws Exception {
        assertThat(Node.run(folder, "test/fuzz-digests.mjs", arg(SEED), arg(BATCHES), arg(SIZE)))
                .isEqualTo(onTheJvm);
    }

    @Test
    void scan_vectorsAndTextsInABrowser_findsTheSame_B2() throws Exception {
        List<String> there =
                Node.run(folder, "test/browser.mjs", arg(SEED), arg(IN_BROWSER), arg(SIZE));
        assertThat(there.subList(0, IN_BROWSER)).isEqualTo(onTheJvm.subList(0, IN_BROWSER));
    }

    @Test
    void package_itsOwnTests_pass() throws Exception {
        List<String> lines = Node.run(folder, withTests("--test", "--test-reporter=tap"));
        assertThat(lines).contains("# fail 0").doesNotContain("# pass 0");
    }

    @Test
    void types_asTheReadmeUsesThem_compile() throws Exception {
        Node.run(folder, "../node_modules/typescript/bin/tsc", "-p", "test/tsconfig.json");
    }

    /** Named one by one: Node 20 takes no patterns. */
    private static String[] withTests(String... before) throws IOException {
        try (var files = Files.list(SharedVectors.PACKAGE.resolve("test"))) {
            var tests =
                    files.map(each -> "test/" + each.getFileName())
                            .filter(each -> each.endsWith(".test.mjs"))
                            .sorted();
            return Stream.concat(Arrays.stream(before), tests).toArray(String[]::new);
        }
    }

    private static String arg(int value) {
        return Integer.toString(value);
    }
}
