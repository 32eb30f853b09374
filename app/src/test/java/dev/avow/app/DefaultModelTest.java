package dev.avow.app;

import static dev.avow.app.TroubledUpstream.Way.ANSWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.settings.BadSetting;
import dev.avow.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B10: a default model works without a tenant's key, under the operator's agreement. */
final class DefaultModelTest {

    private static final String KEY = "fictitious-operators-key";

    @TempDir Path folder;

    @Test
    void b10_tenantWithoutAProvider_isAnsweredWithTheOperatorsKey() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), KEY + "\n");
        try (TroubledUpstream upstream = TroubledUpstream.start(ANSWER);
                RoutingSite site =
                        RoutingSite.bare(
                                Map.of(
                                        "AVOW_DEFAULT_MODEL_NAME",
                                        "small-1",
                                        "AVOW_DEFAULT_MODEL_URL",
                                        upstream.baseUrl(),
                                        "AVOW_DEFAULT_MODEL_KEY_FILE",
                                        key.toString(),
                                        "AVOW_DEFAULT_MODEL_REGION",
                                        "EU"))) {
            assertThat(site.models()).containsExactly("avow/mirror", "avow/default");
            Http.Answer answer = site.chat("avow/default", "Write to ada@example.org", false);

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("ada@example.org");
            assertThat(upstream.bodies().getFirst())
                    .contains("\"model\":\"small-1\"", "[EMAIL_1]")
                    .doesNotContain("ada@example.org");
            assertThat(upstream.keys()).containsExactly("Bearer " + KEY);
            assertThat(site.get("provider-keys").body()).doesNotContain("small-1", KEY);

            // T7 holds for it too.
            site.regions("NZ");
            assertThat(site.chat("avow/default", "Hello", false).status()).isEqualTo(403);
            site.regions();

            site.provider("own", "openai", upstream.baseUrl());
            assertThat(site.chat("avow/default", "Hello", false).status()).isEqualTo(404);
            assertThat(upstream.bodies()).hasSize(1);
        }
    }

    @Test
    void b10_settingsThatWillNotDo_areNamed() {
        refused("AVOW_DEFAULT_MODEL_URL", Map.of("AVOW_DEFAULT_MODEL_NAME", "m"));
        refused(
                "AVOW_DEFAULT_MODEL_KIND",
                Map.of("AVOW_DEFAULT_MODEL_NAME", "m", "AVOW_DEFAULT_MODEL_KIND", "x"));
        refused(
                "AVOW_DEFAULT_MODEL_KEY_FILE",
                Map.of(
                        "AVOW_DEFAULT_MODEL_NAME",
                        "m",
                        "AVOW_DEFAULT_MODEL_KEY_FILE",
                        folder.resolve("none").toString()));
        refused(
                "AVOW_DEFAULT_MODEL_REGION",
                Map.of(
                        "AVOW_DEFAULT_MODEL_NAME",
                        "m",
                        "AVOW_DEFAULT_MODEL_KIND",
                        "mistral",
                        "AVOW_DEFAULT_MODEL_REGION",
                        "MARS"));
        assertThatThrownBy(() -> Settings.from(Map.of("AVOW_DEFAULT_MODEL_URL", "https://x")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("AVOW_DEFAULT_MODEL_NAME");
        assertThatThrownBy(() ->
                        Settings.from(Map.of("AVOW_ALLOWED_REGIONS", "EU,MARS")).allowedRegions())
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("AVOW_ALLOWED_REGIONS");
    }

    private static void refused(String setting, Map<String, String> environment) {
        assertThatThrownBy(() ->
                        OperatorsModel.of(
                                Settings.from(environment).defaultModel(),
                                Map.of("openai", "", "mistral", "https://api.mistral.example")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining(setting);
    }
}
