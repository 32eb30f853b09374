package dev.avow.detector.terms;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Phrases;
import dev.avow.detector.validators.Shape;

/**
 * Diagnosis codes of ICD-10.
 *
 * <p>Specification: WHO, ICD-10, volume 1, and its national versions (ICD-10-CM, -GM, CIM-10,
 * CIE-10): a letter, a digit, a digit (in the American version also A or B), and after a dot one to
 * four more. Ranges of the chapters are checked. A code with a dot needs a word of medicine near;
 * one without is as common as a seat or a paper size, and needs a word for the classification.
 *
 * <p>Legal basis: data concerning health, GDPR Articles 4(15) and 9.
 *
 * <p>Fictitious example: {@code diagnosis E11.9}.
 */
final class Icd10Recognizer implements Recognizer.OfTokens {

    private static final FindingType TYPE = new FindingType("icd10", 2);
    private static final int CATEGORY = 3;
    private static final int MOST_AFTER_DOT = 4;

    private static final Phrases CLASSIFICATION =
            Phrases.of(
                    "icd",
                    "cim",
                    "cie",
                    "dx",
                    "icd code",
                    "diagnosis code",
                    "diagnosis codes",
                    "code diagnostic",
                    "diagnoseschlussel");

    private static final ContextWords MEDICINE =
            ContextWords.of(
                    "icd",
                    "cim",
                    "cie",
                    "dx",
                    "diagnosis",
                    "diagnoses",
                    "diagnosed",
                    "diagnostic",
                    "diagnostics",
                    "diagnostique",
                    "diagnostiquee",
                    "diagnose",
                    "diagnosen",
                    "diagnostiziert",
                    "diagnostico",
                    "diagnosticado",
                    "diagnosticada",
                    "patient",
                    "patients",
                    "patiente",
                    "patientin",
                    "paciente",
                    "pacientes",
                    "disease",
                    "disorder",
                    "syndrome",
                    "syndrom",
                    "maladie",
                    "krankheit",
                    "enfermedad",
                    "trastorno",
                    "comorbidity",
                    "comorbidities",
                    "chronic",
                    "chronique",
                    "chronisch",
                    "cronica",
                    "admitted",
                    "discharge",
                    "medical",
                    "medecin",
                    "arzt",
                    "medico",
                    "clinic",
                    "hospital",
                    "hopital",
                    "klinik",
                    "befund",
                    "diabetes",
                    "hypertension",
                    "asthma",
                    "depression",
                    "symptoms",
                    "infection",
                    "unspecified");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int shortest() {
        return CATEGORY;
    }

    @Override
    public int longest() {
        return CATEGORY + MOST_AFTER_DOT;
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        int size = end - start;
        char letter = Chars.fold(text.raw(start));
        if (letter < 'A' || letter > 'Z' || size > longest() || !Shape.freeBefore(text, start)) {
            return;
        }
        Window window = Window.after(text, start, size + 2 + MOST_AFTER_DOT);
        String code = window.all();
        if (!isCategory(code, size)) {
            return;
        }
        int last = size == CATEGORY ? withDot(code) : size;
        if (!Shape.freeAfter(text, start + last)) {
            return;
        }
        boolean near =
                last > size
                        ? MEDICINE.near(text, start, start + last)
                        : CLASSIFICATION.near(text, start, start + last);
        if (near) {
            sink.found(start, start + last, Confidence.PATTERN_IN_CONTEXT, Reason.CONTEXT);
        }
    }

    /** Where the part after a dot ends; the category's end where there is none. */
    private static int withDot(String code) {
        if (code.length() < CATEGORY + 2 || code.charAt(CATEGORY) != '.') {
            return CATEGORY;
        }
        int at = CATEGORY + 1;
        while (at < code.length() && at <= CATEGORY + MOST_AFTER_DOT && isPart(code.charAt(at))) {
            at++;
        }
        boolean subcategory = Chars.isDigit(code.charAt(CATEGORY + 1)) || code.charAt(4) == 'X';
        return subcategory ? at : CATEGORY;
    }

    private static boolean isPart(char c) {
        return Chars.isDigit(c) || (c >= 'A' && c <= 'Z');
    }

    private static boolean isCategory(String code, int size) {
        char letter = code.charAt(0);
        char third = size > 2 ? code.charAt(2) : ' ';
        boolean american = third == 'A' || third == 'B';
        if (letter < 'A'
                || letter > 'Z'
                || !Chars.isDigit(code.charAt(1))
                || !(Chars.isDigit(third) || american)) {
            return false;
        }
        for (int i = CATEGORY; i < size; i++) {
            if (!isPart(code.charAt(i))) {
                return false;
            }
        }
        int number = (code.charAt(1) - '0') * 10 + (american ? 9 : third - '0');
        return inChapter(letter, number);
    }

    /** Ranges of WHO's chapters, with what the national versions add. */
    private static boolean inChapter(char letter, int number) {
        return switch (letter) {
            case 'B' -> number <= 10 || number >= 15;
            case 'D' -> number <= 90;
            case 'E' -> number <= 90;
            case 'H' -> number <= 95;
            case 'K' -> number <= 95;
            case 'P' -> number <= 96;
            case 'T' -> number <= 98;
            case 'U' -> number <= 10 || (number >= 49 && number <= 85) || number == 99;
            case 'V' -> number >= 1;
            default -> true;
        };
    }
}
