package dev.avow.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.DataClass;
import dev.avow.words.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** T5: drafts hold what GDPR Art. 33(3) and 34(2) ask for, and mark what is not known. */
class NoticeDraftTest {

    private static Incident incident(@Nullable Assessment seen, String nature) {
        return new Incident(
                Ids.next(),
                IncidentState.OPEN,
                Reports.of(Reports.span(Reports.AWARE.minusSeconds(60), null), BreachRisk.HIGH)
                        .with(IncidentText.NATURE, nature)
                        .with(IncidentText.CONTACT, "dpo@example.org"),
                seen,
                List.of(),
                null,
                Reports.AWARE,
                Reports.AWARE,
                null);
    }

    private static Assessment seen() {
        Instant at = Reports.AWARE;
        return new Assessment(
                at,
                at.minusSeconds(60),
                at,
                41,
                3,
                100,
                0,
                List.of(
                        new Assessment.Finding("email", 5, 7, 0, 0),
                        new Assessment.Finding("iban", 0, 9, 0, 0)),
                List.of(),
                List.of(new Assessment.RegionCount("EU", 90), new Assessment.RegionCount(null, 10)),
                Map.of(DataClass.ACCOUNT, 4L),
                new Assessment.Completeness(0, 0, 0, false, null));
    }

    @Test
    void authority_assessed_holdsWhatArt33AsksFor() {
        String text =
                NoticeDraft.EN.plaintextOf(
                        incident(seen(), "A 100% {title} $1"), Duty.AUTHORITY, Reports.DUE);
        assertThat(text)
                .contains(
                        "aware of the breach on 2026-02-27T10:00:00Z",
                        "from 2026-02-27T09:59:00Z until now",
                        "A 100% {title} $1",
                        "Approximate number of data subjects: 41",
                        "Approximate number of personal data records: 104",
                        "left unmasked (and how often): email (5)\n",
                        "EU (90), not declared (10)",
                        "dpo@example.org",
                        "measures-distel",
                        "more than 72 hours: none",
                        "Art. 33(3)(c))\n[to be completed]");
    }

    @Test
    void authority_oneSecondLate_asksForTheReasons() {
        assertThat(
                        NoticeDraft.EN.plaintextOf(
                                incident(null, "n"), Duty.AUTHORITY, Reports.DUE.plusSeconds(1)))
                .contains("more than 72 hours: [to be completed]", "subjects: [to be completed]");
    }

    @Test
    void everyDraft_ofEitherLanguage_isWholeAndNamesWhatArt34AsksFor() {
        for (NoticeDraft language : NoticeDraft.values()) {
            for (Duty duty : Duty.values()) {
                assertThat(language.plaintextOf(incident(null, "what-happened"), duty, Reports.DUE))
                        .contains("what-happened", "dpo@example.org", "measures-distel", "A lost")
                        .contains(language == NoticeDraft.EN ? "[to be" : "[à compléter]")
                        .doesNotContain("{");
            }
        }
    }
}
