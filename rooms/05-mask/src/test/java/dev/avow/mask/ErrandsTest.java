package dev.avow.mask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.words.Destination;
import dev.avow.words.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B1: what is said of files and batches is made of what may leave, and of ids. */
final class ErrandsTest {

    private static Outbound line(String content) {
        return Letters.masked(
                        "{\"model\":\"m\",\r\n\"messages\":[{\"role\":\"user\",\"content\":\""
                                + content
                                + "\"}]}")
                .outbound();
    }

    @Test
    void batchFile_ofSeveral_isOneMaskedRequestALine() {
        Outbound line = line("a@b.example x\\ny");
        Errand errand = Errands.batchFile(List.of(line, line));

        String file = new String(errand.files().unscanned(0), UTF_8);
        assertThat(file.split("\n", -1)).hasSize(3);
        assertThat(file)
                .startsWith("{\"custom_id\":\"line-1\",\"method\":\"POST\",\"url\":\"/v1/")
                .contains("[EMAIL_1]")
                .contains("\"custom_id\":\"line-2\"")
                .contains("x\\ny")
                .doesNotContain("a@b.example")
                .doesNotContain("\r");
        assertThat(new String(errand.body(), UTF_8))
                .isEqualTo(
                        "{\"purpose\":\"batch\",\"file\":{\"filename\":\"batch.jsonl\",\"content_type\":\"application/jsonl\",\"part\":0}}");
        assertThat(errand.toString()).isEqualTo("Errand UPLOAD");
    }

    @Test
    void messageBatch_ofSeveral_isOneBodyOfMaskedRequests() {
        Outbound request = line("a@b.example x\\ny");
        Errand errand = Errands.messageBatch(List.of(request, request));

        assertThat(new String(errand.body(), UTF_8))
                .startsWith("{\"requests\":[{\"custom_id\":\"line-1\",\"params\":{\"model\"")
                .contains("[EMAIL_1]")
                .contains("},{\"custom_id\":\"line-2\",\"params\":{\"model\"")
                .endsWith("}]}")
                .doesNotContain("a@b.example");
        assertThat(errand.toString()).isEqualTo("Errand MESSAGES_BEGIN");
    }

    /** Each of these is for a provider of its own. */
    @Test
    void batchFile_ofTwoProviders_isRefused() {
        List<Outbound> lines = List.of(line("x"), line("x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Errands.batchFile(lines));
        assertThatIllegalArgumentException().isThrownBy(() -> Errands.messageBatch(lines));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "..", "a b", "a?b", "a%2fb"})
    void about_whatIsNoId_isRefused(String id) {
        Destination there = line("x").destination();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Errands.about(Errand.Kind.FILE, there, id));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Errands.begin(there, id, Route.EMBEDDINGS));
    }
}
