package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.settings.BadSetting;
import dev.avow.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B3, I6: an engine that cannot be used as it is set stops the start with its setting's name. */
final class EngineSettingsTest {

    static final Path TINY =
            Path.of(Objects.requireNonNull(System.getProperty("avow.root")))
                    .resolve("engines/onnx/src/test/resources/dev/avow/engines/onnx/tiny-bert");

    private static final String MODEL = "AVOW_CLASSIFICATION_NAMES_MODEL";
    private static final String LABELS = "AVOW_CLASSIFICATION_NAMES_LABELS";
    private static final String URL = "AVOW_CLASSIFICATION_PRESIDIO_URL";
    private static final String NOBODY = "http://127.0.0.1:9";

    @TempDir Path home;

    @Test
    void of_nothingSet_isTheBuiltInModel() {
        try (Detection detection = Detection.of(settings())) {
            assertThat(detection.waits()).isFalse();
            assertThat(detection.said()).containsExactly("Names are found by the built-in model");
        }
    }

    @Test
    void of_aModel_waitsAndIsNamed() {
        try (Detection detection = Detection.of(settings(MODEL, TINY.toString()))) {
            assertThat(detection.waits()).isTrue();
            assertThat(detection.said().getFirst()).contains("ONNX model in " + TINY);
            assertThat(detection.types()).contains("person", "email", "us_ssn");
        }
    }

    @Test
    void of_labelsWithMeanings_areItsTypes() {
        try (Detection detection =
                Detection.of(
                        settings(
                                MODEL,
                                TINY.toString(),
                                LABELS,
                                "per=person, MISC=language,ORG="))) {
            assertThat(detection.types())
                    .contains("person", "language")
                    .doesNotContain("organization", "location");
        }
    }

    @Test
    void of_anAnalyzerThatDoesNotServe_startsAndWarns() {
        try (Detection detection = Detection.of(settings(URL, NOBODY))) {
            assertThat(detection.warned().getFirst())
                    .contains(NOBODY)
                    .contains("requests are refused");
        }
    }

    @Test
    void of_modelAndAnalyzer_isRefused() {
        refused("both set", MODEL, TINY.toString(), URL, NOBODY);
    }

    @Test
    void of_tier2Off_isRefused() {
        refused("TIER2_ENABLED=true", URL, NOBODY, "AVOW_CLASSIFICATION_TIER2_ENABLED", "false");
    }

    @Test
    void of_folderThatIsNotThere_isRefused() {
        refused("there is no folder", MODEL, home.resolve("nowhere").toString());
    }

    @Test
    void of_folderWithoutAModel_isRefused() throws Exception {
        refused(
                "no readable config.json",
                MODEL,
                Files.createDirectory(home.resolve("empty")).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "=person", "PER=Natural Person", "PER=person,,"})
    void of_labelsInAnotherForm_areRefused(String labels) {
        refused(LABELS, MODEL, TINY.toString(), LABELS, labels);
    }

    @Test
    void of_labelsOrKeyWithoutAnEngine_areRefused() {
        refused(MODEL, LABELS, "PER=person");
        refused(URL, "AVOW_CLASSIFICATION_PRESIDIO_KEY", "secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "presidio.example",
                "ftp://presidio.example",
                "http://",
                "https://user:secret@presidio.example",
                "https://presidio.example?key=secret",
                "https://presidio.example#x",
                "https://presidio .example"
            })
    void of_urlInAnotherForm_isRefusedWithoutItsSecrets(String url) {
        assertThatThrownBy(() -> Detection.of(settings(URL, url)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining(URL)
                .hasMessageNotContaining("secret");
    }

    /** By its spelling: what a name resolves to may change. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://presidio.example:5002",
                "http://10.0.0.7",
                "http://localhost.example",
                "http://0.0.0.0",
                "http://[::ffff:10.0.0.1]"
            })
    void of_clearTextToAnotherMachine_isRefused(String url) {
        refused("AVOW_CLASSIFICATION_PRESIDIO_ALLOW_HTTP=true", URL, url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:9", "http://[::1]:9/x/", "https://presidio.example:9"})
    void presidio_loopbackOrTls_isAccepted(String url) {
        assertThat(EngineSettings.presidio(settings(URL, url).analyzer()).base()).hasToString(url);
    }

    @Test
    void presidio_clearTextAllowed_isAccepted() {
        Settings allowed =
                settings(
                        URL,
                        "http://10.0.0.7",
                        "AVOW_CLASSIFICATION_PRESIDIO_ALLOW_HTTP",
                        "true",
                        "AVOW_CLASSIFICATION_PRESIDIO_LANGUAGE",
                        "en, fr");

        assertThat(EngineSettings.presidio(allowed.analyzer()).languages())
                .containsExactly("en", "fr");
    }

    @Test
    void of_languageKeyOrHeaderInAnotherForm_isRefused() {
        refused("_LANGUAGE", URL, NOBODY, "AVOW_CLASSIFICATION_PRESIDIO_LANGUAGE", "English");
        refused("_KEY_HEADER", URL, NOBODY, "AVOW_CLASSIFICATION_PRESIDIO_KEY_HEADER", "a: b");
        refused("_KEY must", URL, NOBODY, "AVOW_CLASSIFICATION_PRESIDIO_KEY", "a b");
    }

    private void refused(String because, String... settings) {
        assertThatThrownBy(() -> Detection.of(settings(settings)))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("AVOW_CLASSIFICATION_")
                .hasMessageContaining(because);
    }

    private Settings settings(String... more) {
        Map<String, String> all = new HashMap<>();
        all.put("AVOW_HOME", home.toString());
        all.put("AVOW_CLASSIFICATION_TIER2_ENABLED", "true");
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return Settings.from(all);
    }
}
