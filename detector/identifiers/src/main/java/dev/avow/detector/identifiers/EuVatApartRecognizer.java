package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import java.util.Set;

/**
 * VAT identification numbers of the member states of the European Union with a blank or dash after
 * the country.
 *
 * <p>Specification: as {@link EuVatRecognizer}. Most prefixes are words too (at, be, de, it, se),
 * so where the check is weak a word must name the number; {@code es} in small letters with a blank
 * is the Spanish verb, and what follows is Spain's own number.
 *
 * <p>Legal basis: of a sole trader it identifies a natural person (GDPR Article 4(1)).
 *
 * <p>Fictitious examples: {@code BE 0428.759.497}, {@code AT U13585627}.
 */
final class EuVatApartRecognizer implements Recognizer.OfWords {

    @Override
    public FindingType type() {
        return EuVatRecognizer.TYPE;
    }

    @Override
    public Set<String> words() {
        return Set.of(
                "at", "atu", "be", "bg", "cy", "cz", "de", "dk", "ee", "el", "es", "fi", "fr", "hr",
                "hu", "ie", "it", "lt", "lu", "lv", "mt", "nl", "pl", "pt", "ro", "se", "si", "sk");
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        char sign = Text.of(text.at(end));
        boolean verb = sign == ' ' && word.equals("es") && Text.of(text.at(start)) == 'e';
        if (verb || (sign != ' ' && sign != '-')) {
            return;
        }
        char next = Text.of(text.at(end + Text.size(text.at(end))));
        if (Chars.isDigit(next) || Chars.isAsciiLetter(next)) {
            EuVatReport.look(text, start, true, sink);
        }
    }
}
