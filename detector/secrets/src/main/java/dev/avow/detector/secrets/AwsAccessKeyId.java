package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import java.util.List;

/**
 * Ids of the access keys of Amazon Web Services.
 *
 * <p>Specification: AWS IAM User Guide, "IAM identifiers", unique id prefixes: {@code AKIA} (long
 * lived), {@code ASIA} (temporary), {@code ABIA} and {@code ACCA}, then 16 capitals and digits. The
 * id alone opens nothing, yet names the account and stands beside its secret ({@link
 * AwsSecretKeyRecognizer}). The examples of the AWS documentation hold {@code EXAMPLE} and are not
 * reported.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code AKIA + 2E0A8F3B244C9986}.
 */
final class AwsAccessKeyId {

    static final FindingType TYPE = new FindingType("aws_key", 2);

    private AwsAccessKeyId() {}

    static Recognizer recognizer() {
        return new GluedKeyRecognizer(
                TYPE,
                List.of(
                        new KeyPattern("AKIA", Alphabet.BASE62, 16, 16),
                        new KeyPattern("ASIA", Alphabet.BASE62, 16, 16),
                        new KeyPattern("ABIA", Alphabet.BASE62, 16, 16),
                        new KeyPattern("ACCA", Alphabet.BASE62, 16, 16)));
    }
}
