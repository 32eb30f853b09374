package dev.avow.detector.recognizers;

import dev.avow.detector.engine.Recognizer;
import java.util.List;

/** The recognizers of this library, as lists to compose a detector from. */
public final class Recognizers {

    private Recognizers() {}

    /**
     * What runs anywhere, in a browser too: e-mail, IBAN, NIR, payment card, SIRET, SIREN, phone.
     *
     * @return immutable; the order decides between findings that nothing else tells apart
     */
    public static List<Recognizer> tier1() {
        return List.of(
                new EmailRecognizer(),
                new IbanRecognizer(),
                new FrNirRecognizer(),
                new PaymentCardRecognizer(),
                new FrSiretRecognizer(),
                new FrSirenRecognizer(),
                new PhoneRecognizer());
    }
}
