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
                    Map.entry("ip_address", "IP_ADDRESS"),
                    Map.entry("ipv4", "IP_ADDRESS"),
                    Map.entry("ipv6", "IP_ADDRESS"),
                    Map.entry("mac_address", "MAC_ADDRESS"),
                    Map.entry("url", "URL"),
                    Map.entry("person", "PERSON"),
                    Map.entry("person_name", "PERSON"),
                    Map.entry("location", "LOCATION"),
                    Map.entry("address", "LOCATION"),
                    Map.entry("postal_address", "LOCATION"),
                    Map.entry("organization", "ORGANIZATION"),
                    Map.entry("organisation", "ORGANIZATION"),
                    Map.entry("date", "DATE_TIME"),
                    Map.entry("date_of_birth", "DATE_TIME"),
                    Map.entry("crypto_address", "CRYPTO"),
                    Map.entry("crypto_wallet", "CRYPTO"),
                    Map.entry("bitcoin_address", "CRYPTO"),
                    Map.entry("ethereum_address", "CRYPTO"),
                    Map.entry("us_routing_number", "ABA_ROUTING_NUMBER"),
                    Map.entry("gb_nhs", "UK_NHS"),
                    Map.entry("gb_nhs_number", "UK_NHS"),
                    Map.entry("uk_nhs_number", "UK_NHS"),
                    Map.entry("gb_nino", "UK_NINO"),
                    Map.entry("es_dni", "ES_NIF"),
                    Map.entry("it_codice_fiscale", "IT_FISCAL_CODE"),
                    Map.entry("it_partita_iva", "IT_VAT_CODE"),
                    Map.entry("de_steuer_id", "DE_TAX_ID"),
                    Map.entry("fi_hetu", "FI_PERSONAL_IDENTITY_CODE"),
                    Map.entry("se_personnummer", "SE_PERSONNUMMER"),
                    Map.entry("sg_nric", "SG_NRIC_FIN"),
                    Map.entry("in_aadhaar", "IN_AADHAAR"));

    /** The Avow id that a pseudonym is made of, where a Presidio name has one. */
    private static final Map<String, String> AVOW =
            Map.of(
                    "EMAIL_ADDRESS", "email",
                    "PHONE_NUMBER", "phone",
                    "CREDIT_CARD", "payment_card",
                    "IBAN_CODE", "iban");

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
