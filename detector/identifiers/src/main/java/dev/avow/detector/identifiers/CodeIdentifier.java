package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Phrases;
import dev.avow.detector.validators.Shape;
import java.util.List;

/**
 * What identifiers of letters and digits have in common.
 *
 * <p>Near a word that names it a code is reported in either case. Without one it is reported in
 * upper case only, where it fits well enough ({@link #alone}), and not where a word says that it is
 * something else.
 */
abstract class CodeIdentifier implements Recognizer.OfTokens {

    private final FindingType type;
    private final Fit alone;
    private final Phrases words;
    private final List<Shape> shapes;
    private final int shortest;
    private final int longest;

    /**
     * Makes one.
     *
     * @param id of the finding type
     * @param alone how well it has to fit to stand without a name; {@link Fit#NOT}: it never does
     * @param words what names it
     * @param first the letters and digits up to its first sign, at least
     * @param shapes in which it is written ({@link Shape})
     */
    CodeIdentifier(String id, Fit alone, Phrases words, int first, String... shapes) {
        this.type = new FindingType(id, 2);
        this.alone = alone;
        this.words = words;
        this.shapes = List.of(shapes).stream().map(Shape::of).toList();
        this.shortest = first;
        this.longest = this.shapes.stream().mapToInt(Shape::length).max().orElseThrow();
    }

    @Override
    public final FindingType type() {
        return type;
    }

    @Override
    public final int shortest() {
        return shortest;
    }

    @Override
    public final int longest() {
        return longest;
    }

    /** Whether a code of one of the shapes is one. */
    abstract Fit fit(Code code);

    @Override
    public final void token(Text text, int start, int end, Sink sink) {
        for (Shape shape : shapes) {
            Code code = shape.read(text, start);
            if (code != null && code.end() >= end) {
                look(text, code, sink);
                return;
            }
        }
    }

    private void look(Text text, Code code, Sink sink) {
        Fit fit = fit(code);
        if (fit == Fit.NOT) {
            return;
        }
        boolean checked = fit == Fit.CHECKED;
        if (words.near(text, code.start(), code.end())) {
            sink.found(
                    code.start(),
                    code.end(),
                    checked ? Confidence.CHECKSUM_IN_CONTEXT : Confidence.DISTINCT_PATTERN,
                    checked ? Reason.CHECKSUM : Reason.CONTEXT);
        } else if (alone != Fit.NOT
                && fit.compareTo(alone) >= 0
                && upperCase(text, code)
                && !OtherNames.before(text, code.start())) {
            sink.found(
                    code.start(),
                    code.end(),
                    checked ? Confidence.CHECKSUM : Confidence.RARE_PATTERN,
                    checked ? Reason.CHECKSUM : Reason.PATTERN);
        }
    }

    private static boolean upperCase(Text text, Code code) {
        int p = code.start();
        while (p < code.end()) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (c >= 'a' && c <= 'z') {
                return false;
            }
            p += Math.max(1, Text.size(unit));
        }
        return true;
    }
}
