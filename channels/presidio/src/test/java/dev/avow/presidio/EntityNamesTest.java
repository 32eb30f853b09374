package dev.avow.presidio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityNamesTest {

    /** Those of presidio-analyzer 2.2.366 that the table maps to. */
    private static final Set<String> PRESIDIOS =
            Set.of(
                    "ABA_ROUTING_NUMBER",
                    "CREDIT_CARD",
                    "CRYPTO",
                    "DATE_TIME",
                    "EMAIL_ADDRESS",
                    "FI_PERSONAL_IDENTITY_CODE",
                    "IBAN_CODE",
                    "IN_VOTER",
                    "IP_ADDRESS",
                    "IT_FISCAL_CODE",
                    "IT_VAT_CODE",
                    "LOCATION",
                    "PHONE_NUMBER",
                    "SG_NRIC_FIN",
                    "TR_NATIONAL_ID",
                    "US_BANK_NUMBER");

    @ParameterizedTest
    @CsvSource({
        "email, EMAIL_ADDRESS, EmailRecognizer",
        "phone, PHONE_NUMBER, PhoneRecognizer",
        "payment_card, CREDIT_CARD, PaymentCardRecognizer",
        "iban, IBAN_CODE, IbanRecognizer",
        "ipv4, IP_ADDRESS, Ipv4Recognizer",
        "us_ssn, US_SSN, UsSsnRecognizer",
        "person, PERSON, PersonRecognizer",
        "address, LOCATION, AddressRecognizer",
        "fr_siret, FR_SIRET, FrSiretRecognizer",
    })
    void type_ofAvow_hasAPresidioNameAndARecognizer(String type, String entity, String name) {
        assertThat(EntityNames.presidio(type)).isEqualTo(entity);
        assertThat(EntityNames.recognizer(type)).isEqualTo(name);
    }

    @Test
    void table_everyName_isOneOfPresidios() {
        assertThat(EntityNames.table().values()).isSubsetOf(PRESIDIOS);
    }

    @ParameterizedTest
    @CsvSource({"EMAIL_ADDRESS, email", "CREDIT_CARD, payment_card", "FR_NIR, fr_nir", "X1, x1"})
    void entity_ofPresidio_givesThePseudonymsType(String entity, String type) {
        assertThat(EntityNames.avow(entity)).isEqualTo(type);
    }
}
