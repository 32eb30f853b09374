package dev.avow.presidio;

import dev.avow.mask.Pseudonyms;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The operators there are, by name. */
final class Operators {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Map<String, Operator> ANONYMIZERS =
            Map.of(
                    "replace",
                    new Replace(),
                    "redact",
                    (text, parameters) -> "",
                    "keep",
                    (text, parameters) -> text,
                    "mask",
                    new Mask(),
                    "hash",
                    new Hash(RANDOM),
                    "encrypt",
                    (text, parameters) -> AesCbc.of(parameters).encrypt(text, RANDOM));

    private static final Map<String, Operator> DEANONYMIZERS =
            Map.of(
                    "decrypt", (text, parameters) -> AesCbc.of(parameters).decrypt(text),
                    "deanonymize_keep", (text, parameters) -> text);

    /** Avow's own. */
    private static final String PSEUDONYM = "pseudonym";

    private Operators() {}

    /** Those that hide, for one text: equal values of one type share a pseudonym. */
    static Map<String, Operator> anonymizers(String text) {
        Pseudonyms pseudonyms = new Pseudonyms();
        pseudonyms.reserveThoseIn(text);
        Map<String, Operator> all = new TreeMap<>(ANONYMIZERS);
        all.put(PSEUDONYM, new Pseudonym(pseudonyms));
        return all;
    }

    static Map<String, Operator> deanonymizers() {
        return DEANONYMIZERS;
    }

    /** Presidio's names less {@code custom}, which it refuses over HTTP, and ours. */
    static List<String> anonymizerNames() {
        return List.of("encrypt", "hash", "keep", "mask", "redact", "replace", PSEUDONYM);
    }

    static List<String> deanonymizerNames() {
        return List.of("decrypt", "deanonymize_keep");
    }
}
