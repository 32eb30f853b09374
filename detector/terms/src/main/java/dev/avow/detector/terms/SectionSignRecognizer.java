package dev.avow.detector.terms;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import java.util.List;

/**
 * A statute cited by its section sign.
 *
 * <p>Specification: Bluebook rule 12 ({@code 42 U.S.C. § 1983}); German citation ({@code § 823 Abs.
 * 1 BGB}, {@code §§ 433 ff. BGB}). A title of the United States Code or of the Code of Federal
 * Regulations has to stand before, or a code of law after; a section of a paper or manual has
 * neither.
 *
 * <p>Legal basis: what somebody is told about law tells of a case (GDPR Articles 4(1) and 10).
 *
 * <p>Example: {@code § 823 Abs. 1 BGB}.
 */
final class SectionSignRecognizer implements Recognizer.OfSigns {

    private static final int LONGEST = 72;
    private static final int TITLE = 14;
    private static final List<String> CODES = List.of("U.S.C.", "USC", "C.F.R.", "CFR");

    @Override
    public FindingType type() {
        return LegalReference.TYPE;
    }

    @Override
    public String signs() {
        return "\u00A7";
    }

    @Override
    public void sign(Text text, int start, int end, Sink sink) {
        if (text.seenBefore(start) == '\u00A7') {
            return;
        }
        Window window = Window.after(text, end, LONGEST);
        window.sign('\u00A7');
        window.blanks();
        if (!Provisions.number(window)) {
            return;
        }
        Provisions.parts(window);
        int last = window.place();
        int title = title(text, start);
        if (title >= 0) {
            LegalReference.distinct(title, last, sink);
        } else if (Laws.named(window, true)) {
            LegalReference.distinct(start, window.place(), sink);
        }
    }

    /** Where {@code 42 U.S.C.} before a sign begins, or -1. */
    private static int title(Text text, int sign) {
        Window window = Window.before(text, sign, TITLE);
        String head = window.all().stripTrailing();
        for (String code : CODES) {
            if (head.endsWith(code)) {
                int at = head.length() - code.length();
                while (at > 0 && head.charAt(at - 1) == ' ') {
                    at--;
                }
                int digits = at;
                while (at > 0 && Chars.isDigit(head.charAt(at - 1))) {
                    at--;
                }
                return at < digits ? window.place() + at : -1;
            }
        }
        return -1;
    }
}
