package dev.avow.detector.recognizers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;

/**
 * E-mail addresses.
 *
 * <p>Specification: RFC 5322 (dot-atom and quoted local parts), RFC 6531 (letters of any script),
 * RFC 5890 (internationalised domains); the local part is read by {@link EmailLocalPart}, the
 * domain by {@link EmailDomain}, and what is spelled in words by {@link SpelledAddress}. No context
 * is asked for: little else has an at sign between a name and a domain. What has: {@code
 * git@host:path}, versions such as {@code foo@1.2.rc}, and image names such as {@code icon@2x.png}.
 *
 * <p>Legal basis: personal data under GDPR Article 4(1), also where only the local part names a
 * person.
 *
 * <p>Fictitious examples: {@code alice+news@mail.example}, {@code "ana lima"@example.org}, {@code
 * jörg@müller.example}.
 */
final class EmailRecognizer implements Recognizer.OfAtSigns {

    private static final FindingType TYPE = new FindingType("email", 1);

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public void atSign(Text text, int start, int end, Sink sink) {
        int to = EmailDomain.end(text, end);
        if (to < 0) {
            to = SpelledAddress.spelledDomain(text, end);
        }
        if (to < 0) {
            inBrackets(text, start, end, sink);
            return;
        }
        int from = EmailLocalPart.start(text, start, to);
        if (from < 0 || isRepository(text, from, start, to)) {
            return;
        }
        sink.found(from, to, Confidence.DISTINCT_PATTERN, Reason.PATTERN);
    }

    @Override
    public void spelledAt(Text text, int start, int end, boolean bracketed, Sink sink) {
        int[] found = SpelledAddress.around(text, start, end, bracketed);
        if (found.length > 0) {
            double confidence = bracketed ? Confidence.DISTINCT_PATTERN : Confidence.PATTERN;
            sink.found(found[0], found[1], confidence, Reason.PATTERN);
        }
    }

    /** {@code alice [@] mail.example}. */
    private void inBrackets(Text text, int start, int end, Sink sink) {
        char before = text.seenBefore(start);
        char after = Text.of(text.at(end));
        if ((before == '(' && after == ')') || (before == '[' && after == ']')) {
            spelledAt(text, start - 1, end + 1, true, sink);
        }
    }

    /** {@code git@host:path} and {@code ssh://git@host/path} name a repository, not a person. */
    private static boolean isRepository(Text text, int from, int at, int to) {
        if (at - from != 3 || !"git".contentEquals(plain(text, from))) {
            return false;
        }
        char next = Text.of(text.at(to));
        return next == ':' || next == '/';
    }

    private static String plain(Text text, int from) {
        return "" + text.raw(from) + text.raw(from + 1) + text.raw(from + 2);
    }
}
