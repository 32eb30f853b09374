package dev.avow.engines.presidio;

import dev.avow.detector.api.FindingType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Presidio's entities are called here. One that is not in the table keeps its name in lower
 * case: {@code US_SSN} is {@code us_ssn} in both.
 *
 * <p>Source: Presidio's list of supported entities, version 2.2.
 */
final class Entities {

    /** What a name that no finding type can have is called. */
    private static final FindingType OTHER = new FindingType("presidio_entity", 2);

    private static final FindingType PERSON = new FindingType("person", 2);
    private static final FindingType ORGANIZATION = new FindingType("organization", 2);
    private static final FindingType LOCATION = new FindingType("location", 2);

    private static final Map<String, FindingType> NAMES =
            Map.of(
                    "PERSON", PERSON,
                    "ORGANIZATION", ORGANIZATION,
                    "ORG", ORGANIZATION,
                    "LOCATION", LOCATION,
                    "GPE", LOCATION);

    private static final Map<String, FindingType> OTHERS =
            Map.ofEntries(
                    Map.entry("EMAIL_ADDRESS", new FindingType("email", 1)),
                    Map.entry("PHONE_NUMBER", new FindingType("phone", 1)),
                    Map.entry("CREDIT_CARD", new FindingType("payment_card", 1)),
                    Map.entry("IBAN_CODE", new FindingType("iban", 1)),
                    Map.entry("CRYPTO", new FindingType("crypto_wallet", 2)),
                    Map.entry("FI_PERSONAL_IDENTITY_CODE", new FindingType("fi_hetu", 2)),
                    Map.entry("IN_VOTER", new FindingType("in_voter_id", 2)),
                    Map.entry("IT_FISCAL_CODE", new FindingType("it_codice_fiscale", 2)),
                    Map.entry("IT_VAT_CODE", new FindingType("it_partita_iva", 2)),
                    Map.entry("SG_NRIC_FIN", new FindingType("sg_nric", 2)),
                    Map.entry("US_BANK_NUMBER", new FindingType("us_bank_account", 2)),
                    Map.entry("ABA_ROUTING_NUMBER", new FindingType("us_aba_routing", 2)));

    /** Of Presidio's list, those that Avow has no recognizer for. */
    private static final List<String> ONLY_PRESIDIOS =
            List.of(
                    "date_time",
                    "in_passport",
                    "in_vehicle_registration",
                    "it_driver_license",
                    "it_identity_card",
                    "it_passport",
                    "medical_license",
                    "nrp",
                    "sg_uen",
                    "url",
                    OTHER.id());

    private Entities() {}

    /** The names that are asked for where only names are. */
    static List<String> names() {
        return List.of("PERSON", "ORGANIZATION", "LOCATION");
    }

    /** What an entity is called here. */
    static FindingType type(String entity, String text, int start) {
        if (entity.equals("IP_ADDRESS")) {
            int colon = text.indexOf(':', start);
            int dot = text.indexOf('.', start);
            return new FindingType(colon >= 0 && (dot < 0 || colon < dot) ? "ipv6" : "ipv4", 2);
        }
        FindingType name = NAMES.get(entity);
        FindingType other = OTHERS.get(entity);
        if (name != null) {
            return name;
        }
        if (other != null) {
            return other;
        }
        try {
            return new FindingType(entity.toLowerCase(Locale.ROOT), 2);
        } catch (IllegalArgumentException noId) {
            return OTHER;
        }
    }

    /** Whether an entity is a name of a person, an organisation or a place. */
    static boolean isName(String entity) {
        return NAMES.containsKey(entity);
    }

    /** The ids that can be reported; of all entities only those of Presidio's own list. */
    static Set<String> types(boolean all) {
        Set<String> types = new TreeSet<>();
        NAMES.values().forEach(type -> types.add(type.id()));
        if (all) {
            OTHERS.values().forEach(type -> types.add(type.id()));
            types.addAll(ONLY_PRESIDIOS);
        }
        return types;
    }
}
