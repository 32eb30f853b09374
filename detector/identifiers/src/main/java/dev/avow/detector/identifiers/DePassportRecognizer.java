package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Shape;

/**
 * Serial number of a German passport (Reisepass).
 *
 * <p>Specification: {@link DeSerial}; the first letter tells identity cards (L to Z) from passports
 * (C to K). It looks like many a part number and at best a check digit speaks for it, so a word
 * must name it, with the check digit or without.
 *
 * <p>Legal basis: Personalausweisgesetz, section 20, which forbids to use it as a key to a person;
 * GDPR Article 87.
 *
 * <p>Fictitious example: {@code C01X00T478}, the specimen's.
 */
final class DePassportRecognizer implements Recognizer.OfTokens {

    private static final FindingType TYPE = new FindingType("de_passport", 2);
    private static final String FIRST = "CFGHJK";
    private static final Shape PLAIN = Shape.of("AXXXXXXXX");
    private static final Shape CHECKED = Shape.of("AXXXXXXXX9");
    private static final EuNaming NAMING =
            EuNaming.of("reisepass", "reisepassnummer", "passnummer", "passnr", "reisepassnr")
                    .or(
                            ContextWords.of("passport", "passports", "travel"),
                            "german",
                            "germany",
                            "deutsch",
                            "deutsche");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int shortest() {
        return DeSerial.LENGTH;
    }

    @Override
    public int longest() {
        return DeSerial.WITH_CHECK;
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        Code code = CHECKED.read(text, start);
        boolean checked = code != null && DeSerial.isChecked(code);
        if (code == null) {
            code = PLAIN.read(text, start);
        } else if (!checked) {
            return;
        }
        if (code != null && FIRST.indexOf(code.value().charAt(0)) >= 0 && DeSerial.isSerial(code)) {
            Reason reason = checked ? Reason.CHECKSUM : Reason.CONTEXT;
            EuCodes.report(text, code, NAMING, EuNumber.NEVER, reason, sink);
        }
    }
}
