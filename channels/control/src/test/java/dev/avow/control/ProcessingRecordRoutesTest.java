package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** GDPR Art. 30: the record over HTTP, for whoever may read. */
final class ProcessingRecordRoutesTest {

    private static final String PATH = "/api/v1/record-of-processing";

    private final Site site = new Site();
    private final String reader = site.key(Set.of(Scope.READ), null);

    @AfterEach
    void close() {
        site.close();
    }

    private Site.Answer get(String path, String key) {
        return site.send("GET", path, null, "Authorization", key);
    }

    @Test
    void record_json_hasControllerActivitiesAndWhatIsMissing() {
        JsonNode record = get(PATH, reader).json();

        assertThat(record.path("controller").path("name").asString()).isEqualTo("Distel");
        assertThat(record.path("controller").path("contact").isNull()).isTrue();
        assertThat(record.path("activities").path(0).path("data_class").asString())
                .isEqualTo("interaction");
        assertThat(record.path("activities").path(0).path("tables")).isNotEmpty();
        assertThat(record.path("missing").toString()).contains("AVOW_CONTROLLER_CONTACT");
        assertThat(site.actions()).contains("processing_record_viewed");
    }

    @Test
    void record_markdown_isAPage() {
        Site.Answer page = get(PATH + "?format=markdown", reader);

        assertThat(page.header("Content-Type")).startsWith("text/markdown");
        assertThat(new String(page.http().body(), StandardCharsets.UTF_8))
                .startsWith("# Record of processing activities")
                .contains("| name | Distel |");
    }

    @Test
    void record_anotherFormatOrCaller_isRefused() {
        assertThat(get(PATH + "?format=pdf", reader).status()).isEqualTo(400);
        assertThat(get(PATH, site.key(Set.of(Scope.MODELS), null)).status()).isEqualTo(403);
    }
}
