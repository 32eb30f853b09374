package dev.avow.presidio;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How Presidio names what Avow finds. A finding type that is not in the table keeps its id, in
 * upper case: {@code us_ssn} is {@code US_SSN} in both.
 *
 * <p>Source: Presidio's list of supported entities, version 2.2.
 */
final class EntityNames {

    private static final Map<String, String> PRESIDIO =
            Map.ofEntries(
                    Map.entry("email", "EMAIL_ADDRESS"),
                    Map.entry("phone", "PHONE_NUMBER"),
                    Map.entry("payment_card", "CREDIT_CARD"),
                    Map.entry("iban", "IBAN_CODE"),
                    Map.entry("ipv4", "IP_ADDRESS"),
                    Map.entry("ipv6", "IP_ADDRESS"),
                    Map.entry("address", "LOCATION"),
                    Map.entry("date_of_birth", "DATE_TIME"),
                    Map.entry("crypto_wallet", "CRYPTO"),
                    Map.entry("fi_hetu", "FI_PERSONAL_IDENTITY_CODE"),
                    Map.entry("in_voter_id", "IN_VOTER"),
                    Map.entry("it_codice_fiscale", "IT_FISCAL_CODE"),
                    Map.entry("it_partita_iva", "IT_VAT_CODE"),
                    Map.entry("sg_nric", "SG_NRIC_FIN"),
                    Map.entry("tr_kimlik", "TR_NATIONAL_ID"),
                    Map.entry("us_aba_routing", "ABA_ROUTING_NUMBER"),
                    Map.entry("us_bank_account", "US_BANK_NUMBER"));

    /** The Avow id that a pseudonym is made of, where a Presidio name has one. */
    private static final Map<String, String> AVOW =
            Map.of(
                    "EMAIL_ADDRESS", "email",
                    "PHONE_NUMBER", "phone",
                    "CREDIT_CARD", "payment_card",
                    "IBAN_CODE", "iban",
                    "CRYPTO", "crypto_wallet",
                    "IT_FISCAL_CODE", "it_codice_fiscale",
                    "ABA_ROUTING_NUMBER", "us_aba_routing",
                    "US_BANK_NUMBER", "us_bank_account");

    private EntityNames() {}

    /** Presidio's name of a finding type. */
    static String presidio(String findingType) {
        String known = PRESIDIO.get(findingType);
        return known == null ? findingType.toUpperCase(Locale.ROOT) : known;
    }

    /** Avow's id of an entity: the finding type's where it is one of ours, else in lower case. */
    static String avow(String entityType) {
        String known = AVOW.get(entityType);
        return known == null ? entityType.toLowerCase(Locale.ROOT) : known;
    }

    /** The name of what finds a type: {@code EmailRecognizer} for {@code email}. */
    static String recognizer(String findingType) {
        StringBuilder name = new StringBuilder();
        for (String part : findingType.split("_", -1)) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
            }
        }
        return name.append("Recognizer").toString();
    }

    /** The whole table, for tests. */
    static Map<String, String> table() {
        return new HashMap<>(PRESIDIO);
    }
}
