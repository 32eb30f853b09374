package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * Keys of Azure storage accounts and of Azure's buses in connection strings.
 *
 * <p>Specification: Microsoft, "Configure Azure Storage connection strings": {@code AccountKey=}
 * and 64 bytes in base64, 88 characters; {@code SharedAccessKey=} and 32 bytes, 44 characters, for
 * Service Bus, Event Hubs and IoT Hub; {@code sig=} in the signature of a shared access URL (SAS),
 * a percent-encoded 32 bytes.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code AccountKey= + 88 characters}.
 */
final class AzureStorageKeyRecognizer extends WordSecret {

    private static final int LONGEST = 88;
    private static final int SHORTEST = 40;

    AzureStorageKeyRecognizer() {
        super(
                AzureClientSecretRecognizer.TYPE,
                Set.of("accountkey", "sharedaccesskey", "sharedaccesssignature", "sig"));
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        int p = end;
        char sign = Text.of(text.at(p));
        if (sign == '"') {
            p += Text.size(text.at(p));
            sign = Text.of(text.at(p));
        }
        if (sign != '=' && sign != ':') {
            return;
        }
        p += Text.size(text.at(p));
        p = Values.skipBlanksAndQuote(text, p);
        Stretch key = Stretch.of(Alphabet.BASE64, text, p, LONGEST + 1);
        boolean fits = key.length() >= SHORTEST && key.length() <= LONGEST;
        if (fits && key.chars().endsWith("=") && Randomness.looksRandom(key.chars())) {
            sink.found(key.start(), key.end(), Confidence.CHECKSUM, Reason.CHECKSUM);
        }
    }
}
