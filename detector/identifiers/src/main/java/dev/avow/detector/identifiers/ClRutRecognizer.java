package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Phrases;
import dev.avow.detector.validators.Shape;

/**
 * Chilean RUT and RUN.
 *
 * <p>Specification: Servicio de Impuestos Internos and Registro Civil, Decreto Ley 3 of 1969: seven
 * or eight digits and a check digit or K, modulo eleven. Written 12.345.678-5 it stands alone;
 * otherwise a word has to name it.
 *
 * <p>Legal basis: Ley 21.719 sobre protección de los datos personales; personal data under GDPR
 * Article 4(1).
 *
 * <p>Fictitious example: {@code 12.345.678-5}.
 */
final class ClRutRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("cl_rut", 2);
    private static final Shape EIGHT = Shape.of("99-999-999-X");
    private static final Shape SEVEN = Shape.of("9-999-999-X");
    private static final Phrases WORDS =
            Phrases.of(
                    "rut",
                    "ruts",
                    "rol unico",
                    "run chileno",
                    "numero de run",
                    "rutificador",
                    "cedula",
                    "carnet de identidad");

    @Override
    public FindingType type() {
        return TYPE;
    }

    /** Seven or eight, or one more where the check digit is no K. */
    @Override
    public int lengths() {
        return 1 << 7 | 1 << 8 | 1 << 9;
    }

    /** With dots. */
    @Override
    public int headsAmidNumbers() {
        return 1 << 1 | 1 << 2;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        int count = run.digitCount(group);
        boolean parted = count <= 2;
        if ((!parted && count < 7) || count > 9) {
            return;
        }
        if (parted && (group + 1 == run.groups() || run.digitCount(group + 1) < 3)) {
            return;
        }
        Text text = run.text();
        Code code = EIGHT.read(text, run.start(group));
        if (code == null) {
            code = SEVEN.read(text, run.start(group));
        }
        if (code == null || !checks(code)) {
            return;
        }
        if (WORDS.near(text, code.start(), code.end())) {
            sink.found(code.start(), code.end(), Confidence.CHECKSUM_IN_CONTEXT, Reason.CHECKSUM);
        } else if (dotted(run, group, code)) {
            sink.found(code.start(), code.end(), Confidence.WEAK_CHECKSUM, Reason.CHECKSUM);
        }
    }

    private static boolean dotted(NumberRun run, int group, Code code) {
        return group + 2 < run.groups()
                && run.digitCount(group) <= 2
                && run.separatorAfter(group) == NumberRun.DOT
                && run.digitCount(group + 1) == 3
                && run.separatorAfter(group + 1) == NumberRun.DOT
                && run.digitCount(group + 2) == 3
                && run.separatorAfter(group + 2) == NumberRun.DASH
                && code.end() > run.end(group + 2) + 1;
    }

    private static boolean checks(Code code) {
        int body = code.value().length() - 1;
        if (code.number(0, body) < 1_000_000) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < body; i++) {
            sum += code.digit(body - 1 - i) * (i % 6 + 2);
        }
        return "0K987654321".charAt(sum % 11) == code.value().charAt(body);
    }
}
