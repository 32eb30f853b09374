package dev.avow.detector.identifiers;

import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Shape;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a member state writes VAT numbers.
 *
 * @param shape with the country's two letters
 * @param valid its check over the whole code
 * @param strong whether the shape and the check together leave little to chance, even where a blank
 *     parts the country from the number
 * @param alone whether it may be reported without a word that names it at all
 */
record EuVatRule(Shape shape, Predicate<Code> valid, boolean strong, boolean alone) {

    /** A rule whose check lets one number in ten through. */
    static EuVatRule weak(String shape, Predicate<Code> valid) {
        return new EuVatRule(Shape.of(shape), valid, false, true);
    }

    /** A rule whose check lets one number in twenty or fewer through, or that has letters too. */
    static EuVatRule strong(String shape, Predicate<Code> valid) {
        return new EuVatRule(Shape.of(shape), valid, true, true);
    }

    /** A rule for numbers so short that they always need a word. */
    static EuVatRule named(String shape, Predicate<Code> valid) {
        return new EuVatRule(Shape.of(shape), valid, false, false);
    }

    /** The valid number that begins at a place, or null. */
    @Nullable Code read(Text text, int start) {
        Code code = shape.read(text, start);
        return code != null && valid.test(code) ? code : null;
    }
}
