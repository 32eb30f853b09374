package dev.avow.presidio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What Presidio's own end-to-end tests and API description ask of {@code /analyze}. */
class AnalyzeTest {

    private static final Site SITE = new Site(Limits.CLOSED);

    private static final String ZIP =
            """
            {"text": "John Smith drivers license is AC432223. Zip code: 10023", "language": "en",
             "ad_hoc_recognizers": [{
               "name": "Zip code Recognizer", "supported_language": "en",
               "patterns": [{"name": "zip code (weak)", "regex": "(\\\\b\\\\d{5}(?:\\\\-\\\\d{4})?\\\\b)",
                             "score": 0.01}],
               %s
               "supported_entity": "ZIP"}] %s}
            """;

    @AfterAll
    static void close() {
        SITE.close();
    }

    private static Site.Answer analyze(String json) {
        return SITE.post("/presidio/analyze", json);
    }

    @Test
    void text_withAnAddress_isAnsweredAsPresidioDoes() {
        Site.Answer answer =
                analyze("{\"text\": \"Write to ada@example.org\", \"language\": \"en\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json");
        JsonNode found = answer.json().get(0);
        assertThat(found.propertyNames())
                .containsExactly("analysis_explanation", "end", "entity_type", "score", "start");
        assertThat(found.get("analysis_explanation").isNull()).isTrue();
        assertThat(found.get("entity_type").asString()).isEqualTo("EMAIL_ADDRESS");
        assertThat(found.get("start").asInt()).isEqualTo(9);
        assertThat(found.get("end").asInt()).isEqualTo(24);
        assertThat(found.get("score").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void offsets_behindEmoji_areCodePoints() {
        JsonNode found =
                analyze("{\"text\": \"😀👩‍👩‍👧 ada@example.org\", \"language\": \"en\"}")
                        .json()
                        .get(0);

        assertThat(found.get("start").asInt()).isEqualTo(7);
        assertThat(found.get("end").asInt()).isEqualTo(22);
    }

    @Test
    void texts_inAnArray_areAnsweredByOneArrayEach() {
        JsonNode answer =
                analyze(
                                """
                                {"text": ["ada@example.org", "nothing here", 5], "language": "en"}
                                """)
                        .json();

        assertThat(answer.size()).isEqualTo(3);
        assertThat(answer.get(0).size()).isEqualTo(1);
        assertThat(answer.get(1).size()).isZero();
    }

    @Test
    void entities_named_areTheOnlyOnesAnswered() {
        String text = "\"text\": \"ada@example.org, 4111 1111 1111 1111\", \"language\": \"en\"";

        assertThat(analyze("{" + text + "}").json().size()).isEqualTo(2);
        JsonNode some = analyze("{" + text + ", \"entities\": [\"CREDIT_CARD\", \"NONE\"]}").json();
        assertThat(some.size()).isEqualTo(1);
        assertThat(some.get(0).get("entity_type").asString()).isEqualTo("CREDIT_CARD");
    }

    @Test
    void threshold_aboveAScore_leavesItOut() {
        assertThat(analyze(ZIP.formatted("", "")).json().size()).isEqualTo(1);
        assertThat(analyze(ZIP.formatted("", ", \"score_threshold\": 0.7")).json().size()).isZero();
    }

    @Test
    void adHocRecognizer_withContextNearby_scoresHigher() {
        JsonNode without = analyze(ZIP.formatted("", "")).json().get(0);
        JsonNode with = analyze(ZIP.formatted("\"context\": [\"zip\"],", "")).json().get(0);

        assertThat(without.get("score").asDouble()).isEqualTo(0.01);
        assertThat(without.get("entity_type").asString()).isEqualTo("ZIP");
        assertThat(without.get("start").asInt()).isEqualTo(50);
        assertThat(without.get("end").asInt()).isEqualTo(55);
        assertThat(with.get("score").asDouble()).isEqualTo(0.4);
    }

    @Test
    void adHocRecognizer_withContextInTheRequest_scoresHigher() {
        String body =
                """
                {"text": "10023", "language": "en", "context": ["zipcode"],
                 "ad_hoc_recognizers": [{"supported_entity": "ZIP", "context": ["zip"],
                   "patterns": [{"name": "p", "regex": "\\\\d{5}", "score": 0.5}]}]}
                """;

        assertThat(analyze(body).json().get(0).get("score").asDouble()).isEqualTo(0.85);
    }

    @Test
    void adHocRecognizer_ofAnotherLanguage_doesNotLook() {
        assertThat(
                        analyze(
                                        ZIP.formatted("", "")
                                                .replace(
                                                        "\"language\": \"en\"",
                                                        "\"language\": \"fr\""))
                                .json()
                                .size())
                .isZero();
    }

    @Test
    void denyList_ofTitles_isFoundAsWholeWords() {
        JsonNode found =
                analyze(
                                """
                                {"text": "😀 Mr. Plum met mrs Peacock, not Mrss or xMr",
                                 "language": "en",
                                 "ad_hoc_recognizers": [{"name": "Mr. Recognizer",
                                   "supported_language": "en", "deny_list": ["Mr", "Mr.", "Mrs"],
                                   "supported_entity": "MR_TITLE"}]}
                                """)
                        .json();

        assertThat(found.size()).isEqualTo(2);
        assertThat(found.get(0).get("start").asInt()).isEqualTo(2);
        assertThat(found.get(0).get("end").asInt()).isEqualTo(4);
        assertThat(found.get(0).get("score").asDouble()).isEqualTo(1);
        assertThat(found.get(1).get("start").asInt()).isEqualTo(15);
    }

    @Test
    void allowList_exactOrRegex_keepsWordsOut() {
        String body =
                "{\"text\": \"ada@example.org and bob@example.org\", \"language\": \"en\","
                        + " \"allow_list\": [%s]%s}";

        assertThat(analyze(body.formatted("\"ada@example.org\"", "")).json().size()).isEqualTo(1);
        assertThat(analyze(body.formatted("\"example\"", "")).json().size()).isEqualTo(2);
        assertThat(
                        analyze(body.formatted("\"^BOB@\"", ", \"allow_list_match\": \"regex\""))
                                .json()
                                .size())
                .isEqualTo(1);
        assertThat(
                        analyze(
                                        body.formatted(
                                                "\"^BOB@\"",
                                                ", \"allow_list_match\": \"regex\","
                                                        + " \"regex_flags\": 0"))
                                .json()
                                .size())
                .isEqualTo(2);
    }

    @Test
    void decisionProcess_wanted_isAnswered() {
        JsonNode why =
                analyze(
                                ZIP.formatted(
                                        "\"context\": [\"zip\"],",
                                        ", \"return_decision_process\": true"))
                        .json()
                        .get(0)
                        .get("analysis_explanation");

        assertThat(why.get("recognizer").asString()).isEqualTo("Zip code Recognizer");
        assertThat(why.get("pattern_name").asString()).isEqualTo("zip code (weak)");
        assertThat(why.get("original_score").asDouble()).isEqualTo(0.01);
        assertThat(why.get("score").asDouble()).isEqualTo(0.4);
        assertThat(why.get("supportive_context_word").asString()).isEqualTo("zip");
        assertThat(why.get("textual_explanation").asString())
                .isEqualTo("Detected by `Zip code Recognizer` using pattern `zip code (weak)`");
        assertThat(why.propertyNames())
                .containsExactly(
                        "original_score",
                        "pattern",
                        "pattern_name",
                        "recognizer",
                        "regex_flags",
                        "score",
                        "score_context_improvement",
                        "supportive_context_word",
                        "textual_explanation",
                        "validation_result");
    }

    @Test
    void correlationId_andTraceOfTheOriginal_areTaken() {
        assertThat(
                        analyze(
                                        """
                                        {"text": "nothing", "language": "en", "trace": true,
                                         "correlation_id": "1", "log_decision_process": true}
                                        """)
                                .body())
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"language\": \"en\"} | 500 | No text provided",
                "{\"text\": \"\", \"language\": \"en\"} | 500 | No text provided",
                "{\"text\": [], \"language\": \"en\"} | 500 | No text provided",
                "{\"text\": \"hello\"} | 500 | No language provided",
                "{\"text\": \"hello\", \"language\": \"zz\"} | 500 | No matching recognizers were"
                        + " found to serve the request.",
                "{\"text\": \"hello\", \"language\": \"en\", \"entities\": [\"NONE\"]} | 500 | No"
                        + " matching recognizers were found to serve the request.",
            })
    void request_thatPresidioRefuses_isRefusedInItsWords(String body, int status, String error) {
        Site.Answer answer = analyze(body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().propertyNames()).containsExactly("error");
        assertThat(answer.error()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"entities\": \"PERSON\" | entities must be an array",
                "\"score_threshold\": \"high\" | score_threshold must be a number",
                "\"ad_hoc_recognizers\": [5] | ad_hoc_recognizers[0] must be a JSON object",
                "\"ad_hoc_recognizers\": [{\"supported_entity\": \"A\"}] | initialized with"
                        + " patterns",
                "\"ad_hoc_recognizers\": [{\"deny_list\": [\"a\"]}] |"
                        + " ad_hoc_recognizers[0].supported_entity",
                "\"ad_hoc_recognizers\": [{\"supported_entity\": \"A\", \"patterns\": [{\"name\":"
                        + " \"p\", \"regex_pattern\": \"a\", \"score\": 1}]}] | patterns[0] got an"
                        + " unexpected keyword argument 'regex_pattern'",
                "\"ad_hoc_recognizers\": [{\"supported_entity\": \"A\", \"patterns\": [{\"name\":"
                        + " \"p\", \"regex\": \"a\", \"score\": 1.5}]}] | patterns[0].score",
                "\"ad_hoc_recognizers\": [{\"supported_entity\": \"A\", \"patterns\": [{\"name\":"
                        + " \"p\", \"regex\": \"a\", \"score\": 1}, {\"name\": \"q\", \"regex\":"
                        + " \"(?<=secret)b\", \"score\": 1}]}] |"
                        + " ad_hoc_recognizers[0].patterns[1].regex is refused",
                "\"ad_hoc_recognizers\": [{\"supported_entity\": \"A\", \"patterns\": [{\"name\":"
                    + " \"p\", \"regex\": \"((secret{90}){90}){90}\", \"score\": 1}]}] | repeats"
                    + " too much",
                "\"allow_list\": [\"(secret\"], \"allow_list_match\": \"regex\" | allow_list is"
                        + " refused",
                "\"allow_list\": [\"a\"], \"allow_list_match\": \"fuzzy\" | allow_list_match must",
                "\"regex_flags\": 64, \"allow_list\": [\"a\"], \"allow_list_match\": \"regex\" |"
                        + " regex_flags may hold",
            })
    void field_thatCannotBeRead_isNamedWithoutItsContent(String field, String part) {
        Site.Answer answer = analyze("{\"text\": \"secret\", \"language\": \"en\", " + field + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains(part).doesNotContain("secret");
    }

    @Test
    void counts_aboveTheLimits_nameTheSetting() {
        String patterns =
                "{\"name\": \"p\", \"regex\": \"a\", \"score\": 1},".repeat(6).replaceAll(",$", "");
        String terms = "\"a\",".repeat(21).replaceAll(",$", "");
        String body =
                "{\"text\": \"%s\", \"language\": \"en\", \"ad_hoc_recognizers\":"
                        + " [{\"supported_entity\": \"A\", %s}]}";

        assertThat(analyze(body.formatted("a", "\"patterns\": [" + patterns + "]")).error())
                .contains("AVOW_PRESIDIO_MAX_PATTERNS");
        assertThat(analyze(body.formatted("a", "\"deny_list\": [" + terms + "]")).error())
                .contains("AVOW_PRESIDIO_MAX_TERMS");
        assertThat(analyze(body.formatted("a", longPattern())).error())
                .contains("AVOW_PRESIDIO_MAX_PATTERN_LENGTH");
        assertThat(
                        analyze(
                                        body.formatted(
                                                "a".repeat(1_001),
                                                "\"patterns\": [{\"name\": \"p\", \"regex\": \"a\","
                                                        + " \"score\": 1}]"))
                                .error())
                .contains("AVOW_PRESIDIO_MAX_RESULTS");
    }

    private static String longPattern() {
        return "\"patterns\": [{\"name\": \"p\", \"regex\": \""
                + "a".repeat(201)
                + "\", \"score\": 1}]";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "{\"text\": \"secret\"", "{} {}"})
    void body_thatIsNoJson_isRefused(String body) {
        Site.Answer answer = analyze(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"Invalid request json\"}");
    }

    @Test
    void surrogate_withoutItsOtherHalf_isNoTrouble() {
        Site.Answer answer =
                analyze("{\"text\": \"\\ud83d ada@example.org\", \"language\": \"en\"}");

        assertThat(answer.json().get(0).get("start").asInt()).isEqualTo(2);
    }

    @Test
    void recognizersAndEntities_ofALanguage_areListed() {
        assertThat(SITE.get("/presidio/recognizers?language=en").body())
                .contains("\"EmailRecognizer\"", "\"IbanRecognizer\"");
        assertThat(SITE.get("/presidio/supportedentities?language=en").body())
                .contains("\"EMAIL_ADDRESS\"", "\"CREDIT_CARD\"", "\"IBAN_CODE\"");
        assertThat(SITE.get("/presidio/supportedentities?language=zz").status()).isEqualTo(500);
    }
}
