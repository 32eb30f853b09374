package dev.avow.detector.names;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Finds names of persons, organisations and places by a statistical model, and names in Han, Kana
 * and Hangul by lists.
 *
 * <p>The model is a linear one over hashed features that gives each token a tag from left to right;
 * how it was trained and what it measures stands in {@code names.model.txt} beside it. The same
 * text always gives the same findings. Time is linear in the length of the text.
 *
 * <p>Immutable and safe for any number of threads.
 */
public final class NameDetector implements Detector {

    /** A natural person. */
    public static final FindingType PERSON = new FindingType("person", 2);

    /** A company, authority, party, club or the like. */
    public static final FindingType ORGANIZATION = new FindingType("organization", 2);

    /** A country, city, region or the like. */
    public static final FindingType LOCATION = new FindingType("location", 2);

    /** All that it reports. */
    public static final List<FindingType> TYPES = List.of(PERSON, ORGANIZATION, LOCATION);

    private static final String RESOURCE = "names.model";

    private final NameModel model;
    private final LongSupplier nanos;

    /**
     * @param model the weights
     */
    public NameDetector(NameModel model) {
        this(model, System::nanoTime);
    }

    NameDetector(NameModel model, LongSupplier nanos) {
        this.model = model;
        this.nanos = nanos;
    }

    /**
     * The detector with the model that ships. Reads some megabytes; make one and keep it.
     *
     * @throws UncheckedIOException if the model is missing or damaged
     */
    public static NameDetector standard() {
        try (InputStream in = NameDetector.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("the model of names is missing");
            }
            return new NameDetector(NameModel.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Scan scan(CharSequence text, Budget budget) {
        long begin = nanos.getAsLong();
        int length = Math.min(text.length(), budget.maxChars());
        Coverage coverage =
                length < text.length()
                        ? new Coverage.Partial(Coverage.Why.TOO_LONG)
                        : Coverage.COMPLETE;
        Unescaped plain = Unescaped.of(text, length);
        char[] chars = plain.chars();
        Tokens tokens = new Tokens(model.gazetteer(), model.clusters());
        Tagger tagger = new Tagger(model);
        Mentioned mentioned = new Mentioned();
        List<Finding> findings = new ArrayList<>();
        int at = 0;
        while (at < plain.length()) {
            if (nanos.getAsLong() - begin > budget.maxNanos()) {
                coverage = new Coverage.Partial(Coverage.Why.OUT_OF_TIME);
                break;
            }
            at = tokens.fill(chars, at, plain.length());
            if (tagger.tag(tokens)) {
                mentioned.clear(tokens);
                spans(tokens, tagger, mentioned, plain, findings);
                again(tokens, mentioned, plain, findings);
            }
            EastAsianNames.find(chars, tokens, plain, findings);
        }
        if (findings.isEmpty() && coverage instanceof Coverage.Complete) {
            return Scan.clean();
        }
        findings.sort(Comparator.comparingInt(Finding::start));
        return new Scan(findings, coverage);
    }

    private void spans(
            Tokens t, Tagger tagger, Mentioned mentioned, Unescaped plain, List<Finding> findings) {
        int i = t.first();
        while (i < t.last()) {
            int tag = tagger.tags[i];
            if (tag == Tag.OUTSIDE) {
                i++;
                continue;
            }
            int from = i;
            int lead = tagger.lead[i++];
            while (i < t.last() && tagger.tags[i] == Tag.inside(Tag.begin(tag))) {
                i++;
            }
            if (tag == Tag.PERSON
                    && i == from + 1
                    && tagger.tags[from + 2] == Tag.PERSON
                    && Span.isSurnameFirst(t, from)) {
                i = from + 3;
            }
            int until = Span.trim(t, from, i);
            from = tag == Tag.PERSON ? Span.skipTitles(t, from, until) : from;
            double confidence = 1 / (1 + Math.exp(-(double) lead * model.step()));
            if (until > from && confidence >= Span.least(t, from, until, tag)) {
                mentioned.add(t, from, until, Tag.begin(tag), confidence);
                findings.add(
                        new Finding(
                                type(Tag.begin(tag)),
                                plain.at(t.start[from]),
                                plain.end(t.end[until - 1]),
                                Math.min(confidence, 0.95),
                                Finding.Reason.PATTERN));
            }
        }
    }

    /** Parts of names that the same stretch has in full. */
    private static void again(
            Tokens t, Mentioned mentioned, Unescaped plain, List<Finding> findings) {
        for (int i = t.first(); i < t.last() && !mentioned.isEmpty(); i++) {
            if (mentioned.isAgain(t, i)) {
                findings.add(
                        new Finding(
                                PERSON,
                                plain.at(t.start[i]),
                                plain.end(t.end[i]),
                                Mentioned.CONFIDENCE,
                                Finding.Reason.CONTEXT));
            }
        }
    }

    private static FindingType type(int tag) {
        return switch (tag) {
            case Tag.PERSON -> PERSON;
            case Tag.ORGANIZATION -> ORGANIZATION;
            default -> LOCATION;
        };
    }
}
