package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * Tokens of HCP Terraform.
 *
 * <p>Specification: HashiCorp, "API tokens": 14 letters and digits, {@code .atlasv1.} and 60 or
 * more characters.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code 14 letters .atlasv1. + 67 characters}.
 */
final class TerraformTokenRecognizer extends WordSecret {

    private static final int HEAD = 14;
    private static final int SHORTEST = 60;
    private static final int LONGEST = 80;

    TerraformTokenRecognizer() {
        super(ApiKeys.TYPE, Set.of("atlasv1"));
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        if (Text.of(text.before(start)) != '.' || Text.of(text.at(end)) != '.') {
            return;
        }
        int from = Stretch.start(Alphabet.BASE62, text, start - 1, HEAD + 1);
        Stretch body = Stretch.of(Alphabet.URL, text, end + 1, LONGEST + 1);
        boolean fits = body.length() >= SHORTEST && body.length() <= LONGEST;
        if (start - 1 - from == HEAD && fits) {
            sink.found(from, body.end(), Confidence.CHECKSUM, Reason.CHECKSUM);
        }
    }
}
