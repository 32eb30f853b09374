package dev.avow.detector.identifiers;

import dev.avow.detector.engine.Recognizer;
import java.util.List;

/** Numbers of other countries. */
public final class OtherIdentifiers {

    private OtherIdentifiers() {}

    /**
     * All of them: United States, Canada, Australia, New Zealand, India, Singapore, Korea, Japan,
     * China, Hong Kong, Taiwan, Thailand, Israel, South Africa, Brazil, Mexico, Argentina, Chile,
     * Colombia, Peru, Venezuela.
     *
     * @return immutable; the order decides between findings that nothing else tells apart
     */
    public static List<Recognizer> tier2() {
        return List.of(
                new UsSsnRecognizer(),
                new UsItinRecognizer(),
                new UsNpiRecognizer(),
                new UsAbaRoutingRecognizer(),
                new UsMbiRecognizer(),
                new UsDriverLicenseRecognizer(),
                new UsPassportRecognizer(),
                new UsBankAccountRecognizer(),
                new CaSinRecognizer(),
                new AuTfnRecognizer(),
                new AuAbnRecognizer(),
                new AuAcnRecognizer(),
                new AuMedicareRecognizer(),
                new NzIrdRecognizer(),
                new NzShortIrdRecognizer(),
                new NzNhiRecognizer(),
                new InAadhaarRecognizer(),
                new InGstinRecognizer(),
                new InPanRecognizer(),
                new InVoterIdRecognizer(),
                new SgNricRecognizer(),
                new KrRrnRecognizer(),
                new JpMyNumberRecognizer(),
                new CnResidentIdRecognizer(),
                new HkIdRecognizer(),
                new TwNationalIdRecognizer(),
                new ThNationalIdRecognizer(),
                new IlTeudatZehutRecognizer(),
                new ZaIdRecognizer(),
                new BrCpfRecognizer(),
                new BrCnpjRecognizer(),
                new BrCnpjLettersRecognizer(),
                new BrCnpjTogetherRecognizer(),
                new MxCurpRecognizer(),
                new MxRfcRecognizer(),
                new ArCuitRecognizer(),
                new ClRutRecognizer(),
                new CoNitRecognizer(),
                new PeRucRecognizer(),
                new VeRifRecognizer(),
                new VeCedulaRecognizer());
    }
}
