package dev.avow.detector.identifiers;

import dev.avow.detector.engine.Recognizer;
import java.util.List;

/** Numbers of European countries. */
public final class EuropeanIdentifiers {

    private EuropeanIdentifiers() {}

    /**
     * All of them. Where a value could be two of them, the word nearest to it decides; the order,
     * by country after what holds letters, only where nothing else does.
     *
     * @return immutable; the order decides between findings that nothing else tells apart
     */
    public static List<Recognizer> tier2() {
        return List.of(
                new PassportMrzRecognizer(),
                new EuVatRecognizer(),
                new EuVatApartRecognizer(),
                new UkVatRecognizer(),
                new ItCodiceFiscaleRecognizer(),
                new DeSocialSecurityRecognizer(),
                new FiHetuRecognizer(),
                new UkNinoRecognizer(),
                new EsNieRecognizer(),
                new EsNifRecognizer(),
                new EsCifRecognizer(),
                new IePpsRecognizer(),
                new DeIdCardRecognizer(),
                new DePassportRecognizer(),
                new ChAhvRecognizer(),
                new BeNationalNumberRecognizer(),
                new NoFodselsnummerRecognizer(),
                new CzSkBirthNumberRecognizer(),
                new UkNhsRecognizer(),
                new UkUtrRecognizer(),
                new DeTaxIdRecognizer(),
                new ItPartitaIvaRecognizer(),
                new NlBsnRecognizer(),
                new PlPeselRecognizer(),
                new PlNipRecognizer(),
                new PlRegonRecognizer(),
                new PtNifRecognizer(),
                new SePersonnummerRecognizer(),
                new DkCprRecognizer(),
                new AtSvnrRecognizer(),
                new RoCnpRecognizer(),
                new BgEgnRecognizer(),
                new HrOibRecognizer(),
                new EePersonalCodeRecognizer(),
                new LtPersonalCodeRecognizer(),
                new LvPersonalCodeRecognizer(),
                new SiEmsoRecognizer(),
                new GrAfmRecognizer(),
                new GrAmkaRecognizer(),
                new HuTajRecognizer(),
                new HuTaxIdRecognizer(),
                new TrKimlikRecognizer());
    }
}
