package dev.avow.detector.terms;

import dev.avow.detector.engine.Recognizer;
import java.util.List;

/** Words of medicine and law. */
public final class Terms {

    private Terms() {}

    /**
     * All of them: diagnosis codes, medicines, diseases, and references to statutes and cases.
     *
     * @return immutable; the order decides between findings that nothing else tells apart
     */
    public static List<Recognizer> tier2() {
        return List.of(
                new Icd10Recognizer(),
                new MedicationRecognizer(),
                new DiagnosisRecognizer(),
                new EcliRecognizer(),
                new NeutralCitationRecognizer(),
                new SectionSignRecognizer(),
                new ArticleRecognizer(),
                new EuCaseNumberRecognizer(),
                new EchrCaseNumberRecognizer(),
                new FrCaseNumberRecognizer(),
                new DeCaseNumberRecognizer(),
                new UsCaseNumberRecognizer(),
                new UsDocketRecognizer());
    }
}
