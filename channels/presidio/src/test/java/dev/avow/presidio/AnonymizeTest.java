package dev.avow.presidio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What Presidio's own end-to-end tests and API description ask of the anonymizer's routes. */
class AnonymizeTest {

    private static final Site SITE = new Site(Limits.CLOSED);

    private static final String DOCUMENTED =
            """
            {"text": "hello world, my name is Jane Doe. My number is: 034453334",
             "anonymizers": {
               "DEFAULT": {"type": "replace", "new_value": "ANONYMIZED"},
               "PHONE_NUMBER": {"type": "mask", "masking_char": "*", "chars_to_mask": 4,
                                "from_end": true}},
             "analyzer_results": [
               {"start": 24, "end": 32, "score": 0.8, "entity_type": "NAME"},
               {"start": 24, "end": 28, "score": 0.8, "entity_type": "FIRST_NAME"},
               {"start": 29, "end": 32, "score": 0.6, "entity_type": "LAST_NAME"},
               {"start": 48, "end": 57, "score": 0.95, "entity_type": "PHONE_NUMBER"}]}
            """;

    private static final String ONE =
            """
            {"text": "%s", "anonymizers": {"DEFAULT": %s},
             "analyzer_results": [{"start": %d, "end": %d, "score": 1, "entity_type": "NAME"}]}
            """;

    @AfterAll
    static void close() {
        SITE.close();
    }

    private static Site.Answer anonymize(String json) {
        return SITE.post("/presidio/anonymize", json);
    }

    @Test
    void example_ofPresidiosDescription_isAnsweredAsThere() {
        Site.Answer answer = anonymize(DOCUMENTED);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("text").asString())
                .isEqualTo("hello world, my name is ANONYMIZED. My number is: 03445****");
        JsonNode items = answer.json().get("items");
        assertThat(items.size()).isEqualTo(2);
        assertThat(items.get(0).toString())
                .isEqualTo(
                        "{\"start\":50,\"end\":59,\"entity_type\":\"PHONE_NUMBER\","
                                + "\"text\":\"03445****\",\"operator\":\"mask\",\"score\":0.95}");
        assertThat(items.get(1).get("start").asInt()).isEqualTo(24);
        assertThat(items.get(1).get("end").asInt()).isEqualTo(34);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "no operator | none | hello <NAME>!",
                "an operator | {\"type\": \"replace\", \"new_value\": \"you\"} | hello you!",
                "an empty value | {\"type\": \"replace\", \"new_value\": \"\"} | hello <NAME>!",
                "redact | {\"type\": \"redact\"} | hello !",
                "keep | {\"type\": \"keep\"} | hello Ada😀!",
                "mask | {\"type\": \"mask\", \"masking_char\": \"#\", \"chars_to_mask\": 2,"
                        + " \"from_end\": false} | hello ##a😀!",
                "mask from the end | {\"type\": \"mask\", \"masking_char\": \"#\","
                        + " \"chars_to_mask\": 2, \"from_end\": true} | hello Ad##!",
                "mask more than there is | {\"type\": \"mask\", \"masking_char\": \"😎\","
                        + " \"chars_to_mask\": 99999999999, \"from_end\": true} | hello 😎😎😎😎!",
                "mask less than nothing | {\"type\": \"mask\", \"masking_char\": \"#\","
                        + " \"chars_to_mask\": -1, \"from_end\": true} | hello Ada😀!",
                "hash with a salt | {\"type\": \"hash\", \"salt\": \"0123456789abcdef\"} | hello"
                        + " 2cb0088a9b26548ae5fbe34fc210c1a4008919a95a8b555d581eb97d011195b7!",
                "pseudonym | {\"type\": \"pseudonym\"} | hello [NAME_1]!",
            })
    void operator_onAPlace_doesWhatPresidiosDoes(String why, String operator, String expected) {
        Site.Answer answer =
                anonymize(
                        ONE.formatted("hello Ada😀!", operator, 6, 10)
                                .replace("{\"DEFAULT\": null}", "null"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("text").asString()).isEqualTo(expected);
    }

    @Test
    void hash_withoutASalt_isAnotherEachTime() {
        String body = ONE.formatted("Ada", "{\"type\": \"hash\", \"hash_type\": \"sha512\"}", 0, 3);

        String first = anonymize(body).json().get("text").asString();
        assertThat(first).matches("[0-9a-f]{128}");
        assertThat(anonymize(body).json().get("text").asString()).isNotEqualTo(first);
    }

    @Test
    void pseudonyms_ofOneText_areNumberedAsValuesAppear() {
        JsonNode answer =
                anonymize(
                                """
                                {"text": "ada@example.org, bob@example.org, ada@example.org [EMAIL_2]",
                                 "anonymizers": {"DEFAULT": {"type": "pseudonym"}},
                                 "analyzer_results": [
                                   {"start": 34, "end": 49, "score": 1, "entity_type": "EMAIL_ADDRESS"},
                                   {"start": 17, "end": 32, "score": 1, "entity_type": "EMAIL_ADDRESS"},
                                   {"start": 0, "end": 15, "score": 1, "entity_type": "EMAIL_ADDRESS"}]}
                                """)
                        .json();

        assertThat(answer.get("text").asString())
                .isEqualTo("[EMAIL_1], [EMAIL_3], [EMAIL_1] [EMAIL_2]");
    }

    @Test
    void encrypt_thenDecrypt_givesTheTextBack() {
        JsonNode hidden =
                anonymize(
                                ONE.formatted(
                                        "😀 I am Ada😀.",
                                        "{\"type\": \"encrypt\", \"key\": \"WmZq4t7w!z%C&F)J\"}",
                                        7,
                                        11))
                        .json();
        JsonNode item = hidden.get("items").get(0);
        assertThat(item.get("operator").asString()).isEqualTo("encrypt");

        JsonNode back =
                SITE.post(
                                "/presidio/deanonymize",
                                """
                                {"text": "%s", "anonymizer_results": [%s],
                                 "deanonymizers": {"NAME": {"type": "decrypt",
                                                            "key": "WmZq4t7w!z%%C&F)J"}}}
                                """
                                        .formatted(hidden.get("text").asString(), item))
                        .json();

        assertThat(back.get("text").asString()).isEqualTo("😀 I am Ada😀.");
        assertThat(back.get("items").get(0).get("operator").asString()).isEqualTo("decrypt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | Invalid request json",
                "{\"text\": \"a\"} | 422 | Invalid input, request must contain analyzer results",
                "{\"text\": \"a\", \"analyzer_results\": [{\"end\": 1, \"score\": 1,"
                    + " \"entity_type\": \"A\"}]} | 422 | Invalid input, result must contain start",
                "{\"text\": \"a\", \"analyzer_results\": [{\"start\": 0, \"end\": 1,"
                        + " \"entity_type\": \"A\"}]} | 422 | Invalid input, analyzer result must"
                        + " contain score",
                "{\"text\": \"a\", \"analyzer_results\": [{\"start\": 0, \"end\": 1, \"score\":"
                        + " 1}]} | 422 | Invalid input, result must contain entity_type",
                "{\"text\": \"a\", \"analyzer_results\": [{\"start\": \"0\", \"end\": 1, \"score\":"
                        + " 1, \"entity_type\": \"A\"}]} | 422 | Invalid parameter value for start."
                        + " Expecting 'number', but got 'string'.",
                "{\"text\": \"a\", \"analyzer_results\": [{\"start\": -1, \"end\": 1, \"score\": 1,"
                    + " \"entity_type\": \"A\"}]} | 422 | Invalid input, result start and end must"
                    + " be positive",
                "{\"text\": \"a\", \"analyzer_results\": [{\"start\": 1, \"end\": 0, \"score\": 1,"
                    + " \"entity_type\": \"A\"}]} | 422 | Invalid input, start index '1' must be"
                    + " smaller than end index '0'",
                "{\"text\": \"a😀\", \"analyzer_results\": [{\"start\": 1, \"end\": 3, \"score\":"
                    + " 1, \"entity_type\": \"A\"}]} | 422 | Invalid analyzer result, start: 1 and"
                    + " end: 3, while text length is only 2.",
                "{\"text\": \"a\", \"analyzer_results\": [], \"anonymizers\": {\"DEFAULT\": {}}} |"
                        + " 422 | Invalid input, operator config must contain operator_name",
                "{\"text\": \"a\", \"analyzer_results\": [], \"anonymizers\": {\"A\": {\"type\":"
                        + " \"custom\"}}} | 400 | Custom type anonymizer is not supported",
            })
    void request_thatPresidioRefuses_isRefusedInItsWords(String body, int status, String error) {
        Site.Answer answer = anonymize(body);

        assertThat(answer.error()).isEqualTo(error);
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"none\"} | Invalid operator class 'none'.",
                "{\"type\": \"a secret\"} | Invalid operator class '…'.",
                "{\"type\": \"mask\"} | Expected parameter masking_char",
                "{\"type\": \"mask\", \"masking_char\": \"**\"} | Invalid input, masking_char must"
                        + " be a character",
                "{\"type\": \"mask\", \"masking_char\": \"*\"} | Expected parameter chars_to_mask",
                "{\"type\": \"mask\", \"masking_char\": \"*\", \"chars_to_mask\": \"1\"} | Invalid"
                    + " parameter value for chars_to_mask. Expecting 'number', but got 'string'.",
                "{\"type\": \"mask\", \"masking_char\": \"*\", \"chars_to_mask\": 1} | Expected"
                        + " parameter from_end",
                "{\"type\": \"replace\", \"new_value\": true} | Invalid parameter value for"
                        + " new_value. Expecting 'string', but got 'boolean'.",
                "{\"type\": \"hash\", \"hash_type\": \"md5\"} | Parameter hash_type value md5 is"
                        + " not in range of values ['sha256', 'sha512']",
                "{\"type\": \"hash\", \"salt\": \"short\"} | Salt must be at least 16 bytes (128"
                        + " bits). Provided salt is 5 bytes.",
                "{\"type\": \"encrypt\"} | Expected parameter key",
                "{\"type\": \"encrypt\", \"key\": \"short\"} | Invalid input, key must be of length"
                        + " 128, 192 or 256 bits",
            })
    void operator_withAWrongParameter_isRefusedInPresidiosWords(String operator, String error) {
        Site.Answer answer = anonymize(ONE.formatted("Ada", operator, 0, 3));

        assertThat(answer.error()).isEqualTo(error);
        assertThat(answer.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "éééééééé"})
    void decrypt_ofWhatIsNotEncryptedSo_namesKeyAndPlaces(String text) {
        Site.Answer answer =
                SITE.post(
                        "/presidio/deanonymize",
                        """
                        {"text": "%s",
                         "deanonymizers": {"DEFAULT": {"type": "decrypt", "key": "0123456789abcdef"}},
                         "anonymizer_results": [{"start": 0, "end": %d, "entity_type": "A"}]}
                        """
                                .formatted(text, text.length()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error()).contains("check key").doesNotContain("0123");
    }

    @Test
    void deanonymizer_missingForAnEntity_isNamed() {
        Site.Answer answer =
                SITE.post(
                        "/presidio/deanonymize",
                        """
                        {"text": "a", "anonymizer_results": [{"start": 0, "end": 1, "entity_type": "A"}],
                         "deanonymizers": {}}
                        """);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error()).contains("deanonymizers");
    }

    @Test
    void answer_muchLargerThanTheRequest_isRefused() {
        StringBuilder results = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            results.append(
                    "{\"start\": %d, \"end\": %d, \"score\": 1, \"entity_type\": \"A\"},"
                            .formatted(2 * i, 2 * i + 1));
        }
        Site.Answer answer =
                anonymize(
                        "{\"text\": \"%s\", \"anonymizers\": {\"A\": {\"type\": \"replace\", \"new_value\": \"%s\"}}, \"analyzer_results\": [%s]}"
                                .formatted(
                                        "x-".repeat(500),
                                        "y".repeat(1_000),
                                        results.substring(0, results.length() - 1)));

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void operators_thereAre_areListed() {
        assertThat(SITE.get("/presidio/anonymizers").body())
                .isEqualTo(
                        "[\"encrypt\",\"hash\",\"keep\",\"mask\",\"redact\",\"replace\",\"pseudonym\"]");
        assertThat(SITE.get("/presidio/deanonymizers").body())
                .isEqualTo("[\"decrypt\",\"deanonymize_keep\"]");
    }
}
