package dev.avow.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.trust.Sentence.Phrase;
import dev.avow.trust.Sentence.State;
import dev.avow.trust.TrustPage.Chapter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** T4: how the public page is written, in either language. */
final class TrustHtmlTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Control CONTROL =
            Control.of(String.class, "R1", "docs/retention.md", "AVOW_PROFILE");

    private static TrustPage page(Sentence... sentences) {
        return new TrustPage(NOW, List.of(new Chapter(Part.KEPT, List.of(sentences))));
    }

    private static Published published(Sentence... sentences) {
        TrustPage page = page(sentences);
        Material material = Material.of(page);
        return new Published(
                page,
                new TrustVersion(1, NOW, material.hash(), material, null, List.of()),
                List.of());
    }

    private static Sentence kept(int days) {
        return new Sentence("kept.value", State.FACT, CONTROL)
                .with("what", new Phrase("kept.interactions"))
                .with("term", new Phrase("term.days", Map.of("days", days)))
                .with("source", new Phrase("kept.source.setting"));
    }

    @Test
    void words_bothLanguages_haveTheSameOnes() {
        assertThat(Words.FRENCH.ids()).isEqualTo(Words.ENGLISH.ids());
        for (Part each : Part.values()) {
            assertThat(Words.FRENCH.ids()).contains("part." + each.id());
        }
    }

    @Test
    void page_eachLanguage_saysItInThatLanguage() {
        String english = new TrustHtml(Words.ENGLISH, Optional.empty()).of(published(kept(1200)));
        String french = new TrustHtml(Words.FRENCH, Optional.empty()).of(published(kept(1200)));

        assertThat(english)
                .contains("<html lang=\"en\">", "(metadata): 1,200 days (set by the operator)")
                .contains("4 March 2026");
        assertThat(french).contains("<html lang=\"fr\">", "4 mars 2026", "fixé par l’exploitant");
    }

    @Test
    void proof_missing_isSaidAndStandsOut() {
        Sentence sentence = kept(3).proved(Proof.run("retention", Optional.empty()));

        assertThat(new TrustHtml(Words.ENGLISH, Optional.empty()).of(published(sentence)))
                .contains("<p class=\"proof missing\">Proof: not run yet.</p>");
        assertThat(
                        new TrustHtml(Words.ENGLISH, Optional.empty())
                                .of(
                                        published(
                                                kept(3).proved(
                                                                Proof.run(
                                                                        "retention",
                                                                        Optional.of(NOW))))))
                .contains("what is due ended on 4 March 2026");
    }

    @Test
    void page_valuesWithMarkup_cannotBreakItsForm() {
        Sentence sentence =
                new Sentence("rights.contact", State.FACT, CONTROL)
                        .with("who", "Distel & <b>Klee</b>")
                        .with("contact", "\"><script>alert(1)</script>");

        assertThat(
                        new TrustHtml(Words.ENGLISH, Optional.of("https://x.example/a"))
                                .of(published(sentence)))
                .contains("Distel &amp; &lt;b&gt;Klee", "&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script", "<b>Klee")
                .contains("href=\"https://x.example/a/docs/retention.md\"");
    }

    @Test
    void version_whatIsSaid_decidesAndNotWhatRan() {
        String before = page(kept(30)).version();

        assertThat(page(kept(30).proved(Proof.run("retention", Optional.of(NOW)))).version())
                .isEqualTo(before)
                .matches("[0-9a-f]{12}");
        assertThat(page(kept(31)).version()).isNotEqualTo(before);
    }

    @Test
    void language_asked_winsOverTheBrowsers() {
        assertThat(Words.of("fr", "en")).isSameAs(Words.FRENCH);
        assertThat(Words.of("", "de, fr-CA;q=0.8, en;q=0.2")).isSameAs(Words.FRENCH);
        assertThat(Words.of("tlh", "")).isSameAs(Words.ENGLISH);
        assertThat(Words.of("", ";;q=,\u0000")).isSameAs(Words.ENGLISH);
    }

    @Test
    void json_sentence_holdsIdsAndTexts() {
        TrustJson json = TrustJson.of(published(kept(30)), Words.FRENCH);
        TrustJson.SentenceView view = json.parts().getFirst().sentences().getFirst();

        assertThat(view.id()).isEqualTo("kept.value");
        assertThat(view.values()).containsEntry("term", Map.of("id", "term.days", "days", 30));
        assertThat(view.text()).contains("30 jours");
        assertThat(view.control().promise()).isEqualTo("R1");
    }
}
