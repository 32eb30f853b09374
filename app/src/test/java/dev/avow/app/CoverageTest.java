package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.app.CoverageBodies.Kind;
import dev.avow.app.CoverageBodies.Part;
import dev.avow.arrive.TextParts;
import dev.avow.decide.MaskMode;
import dev.avow.words.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * B1, generated: every text-bearing part of every route, streamed and not, in each masking mode.
 * What it holds stands in {@code docs/coverage.md}.
 */
@ExtendWith(EndToEnd.class)
final class CoverageTest {

    private static final Path PAGE =
            Path.of(System.getProperty("avow.root", "..")).resolve("docs/coverage.md");

    private final Installation avow;

    CoverageTest(Installation avow) {
        this.avow = avow;
    }

    @TestFactory
    Stream<DynamicTest> everyPart_everyRouteAndMode_neverLeavesAndComesBackAsTheModeSays() {
        policies();
        return Arrays.stream(Route.values())
                .flatMap(route ->
                        Arrays.stream(MaskMode.values()).flatMap(mode -> tests(route, mode)));
    }

    @TestFactory
    Stream<DynamicTest> everyPart_asALineOfABatch_neverLeavesAndComesBackAsTheModeSays() {
        policies();
        return CoveragePage.BATCHED.stream()
                .flatMap(route ->
                        Arrays.stream(MaskMode.values())
                                .map(mode ->
                                        DynamicTest.dynamicTest(
                                                route + " " + mode + " in a batch",
                                                () ->
                                                        verify(
                                                                route,
                                                                mode,
                                                                CoverageRun.inBatch(
                                                                        avow, route, mode)))));
    }

    @TestFactory
    Stream<DynamicTest> everyPart_ofAFileThatIsNamed_neverLeavesAndComesBackAsTheModeSays() {
        policies();
        return Arrays.stream(CoverageFiles.values())
                .flatMap(file ->
                        Arrays.stream(MaskMode.values())
                                .map(mode ->
                                        DynamicTest.dynamicTest(
                                                file.label() + " " + mode,
                                                () -> verify(file, mode))));
    }

    private void verify(CoverageFiles file, MaskMode mode) {
        CoverageRun run = CoverageRun.named(avow, file, mode);
        SoftAssertions all = new SoftAssertions();
        for (Part part : file.parts()) {
            all.check(() -> CoverageRules.verify(part, CoverageFiles.inFile(mode), run));
        }
        all.assertAll();
    }

    private Stream<DynamicTest> tests(Route route, MaskMode mode) {
        List<Boolean> ways = CoverageRun.streams(route) ? List.of(false, true) : List.of(false);
        return ways.stream()
                .map(streamed ->
                        DynamicTest.dynamicTest(
                                "%s %s%s".formatted(route, mode, streamed ? " streamed" : ""),
                                () -> run(route, mode, streamed)));
    }

    private void run(Route route, MaskMode mode, boolean streamed) {
        verify(route, mode, CoverageRun.of(avow, route, streamed, mode));
    }

    private static void verify(Route route, MaskMode mode, CoverageRun run) {
        SoftAssertions all = new SoftAssertions();
        for (Part part : CoverageBodies.parts(route)) {
            all.check(() -> CoverageRules.verify(part, mode, run));
        }
        all.assertAll();
    }

    private void policies() {
        for (MaskMode mode : MaskMode.values()) {
            Http.Answer made =
                    Http.post(
                            avow.url() + "/api/v1/policies",
                            avow.adminKey(),
                            """
                            {"name": "coverage %1$s", "priority": 20, "action": "Mask",
                             "conditions": {"model": ["parrot-%1$s"]}, "masking": {"default": "%1$s"}}
                            """
                                    .formatted(mode.id()));
            assertThat(made.status()).isIn(201, 409);
        }
    }

    @Test
    void page_isWhatTheSuiteHolds() throws IOException {
        if (System.getProperty("avow.coverage.write") != null) {
            Files.writeString(PAGE, CoveragePage.text());
        }
        assertThat(Files.readString(PAGE))
                .as("docs/coverage.md is stale: run with -Davow.coverage.write=true")
                .isEqualTo(CoveragePage.text());
    }

    @Test
    void tables_andParts_agree() {
        assertThat(CoverageRules.gaps(TextParts::prompts)).isEmpty();
    }

    /** Of the suite itself: each member that is taken out of a route's table is missed. */
    @TestFactory
    Stream<DynamicTest> suite_memberTakenOutOfATable_fails() {
        return Arrays.stream(Route.values())
                .flatMap(route ->
                        TextParts.prompts(route).stream()
                                .map(member ->
                                        DynamicTest.dynamicTest(
                                                route + " " + member,
                                                () -> takenOut(route, member))));
    }

    private static void takenOut(Route route, String member) {
        List<String> gaps =
                CoverageRules.gaps(each -> {
                    Set<String> table = new HashSet<>(TextParts.prompts(each));
                    if (each == route) {
                        table.remove(member);
                    }
                    return table;
                });
        assertThat(gaps).isNotEmpty().allMatch(gap -> gap.startsWith(route.path()));
    }

    /**
     * Of the suite itself: a part that leaks, is not in the receipt or does not come back fails.
     */
    @Test
    void suite_partThatIsNotCovered_fails() {
        Part part = new Part(Route.CHAT_COMPLETIONS, "user message", Kind.TEXT, true, 1);
        CoverageValue value = new CoverageValue(part);
        String left = "mark1a [EMAIL_1] mark1b [PAYMENT_CARD_1] mark1c";
        List<CoverageRun> wrong = new ArrayList<>();
        wrong.add(new CoverageRun(value.text(), value.text(), value.text()));
        wrong.add(new CoverageRun(left, left, left));
        wrong.add(new CoverageRun(left, value.text(), ""));
        wrong.add(
                new CoverageRun("mark1a <EMAIL> mark1b <PAYMENT_CARD> mark1c", value.text(), left));

        CoverageRules.verify(part, MaskMode.PSEUDONYM, new CoverageRun(left, value.text(), left));
        for (CoverageRun run : wrong) {
            assertThatThrownBy(() -> CoverageRules.verify(part, MaskMode.PSEUDONYM, run))
                    .isInstanceOf(AssertionError.class);
        }
    }
}
