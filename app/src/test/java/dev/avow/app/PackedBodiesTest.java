package dev.avow.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body by gzip is looked at like any other (promise B1), and is no larger than any other. */
@ExtendWith(EndToEnd.class)
final class PackedBodiesTest {

    private final Installation avow;
    private final String mark = "mark" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");

    PackedBodiesTest(Installation avow) {
        this.avow = avow;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static Http.Answer post(String url, String key, byte[] body, String coding) {
        return Http.post(
                url, key, HttpRequest.BodyPublishers.ofByteArray(body), "Content-Encoding", coding);
    }

    private String key(String url) {
        return url.startsWith(avow.baseUrl()) ? avow.modelsKey() : avow.adminKey();
    }

    private String chat() {
        return avow.baseUrl() + "/chat/completions";
    }

    private byte[] asking(String text) {
        return RouteBodies.saying(Route.CHAT_COMPLETIONS, false, "fake/echo", text).getBytes(UTF_8);
    }

    @Test
    void request_byGzip_leavesMaskedAndComesBack() {
        String value = mark + " " + PersonalData.EVERYTHING;

        Http.Answer answer = post(chat(), avow.modelsKey(), gzip(asking(value)), "gzip");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(PersonalData.in(avow.provider().log().lastWith(mark).everything())).isEmpty();
        assertThat(answer.body()).contains(mark);
    }

    @Test
    void form_byGzip_isRead() {
        byte[] form =
                """
                --b\r
                Content-Disposition: form-data; name="purpose"\r
                \r
                user_data\r
                --b\r
                Content-Disposition: form-data; name="model"\r
                \r
                fake/echo\r
                --b\r
                Content-Disposition: form-data; name="file"; filename="a.txt"\r
                Content-Type: text/plain\r
                \r
                hello\r
                --b--\r
                """
                        .getBytes(UTF_8);

        Http.Answer answer =
                Http.post(
                        avow.baseUrl() + "/files",
                        avow.modelsKey(),
                        "multipart/form-data; boundary=b",
                        HttpRequest.BodyPublishers.ofByteArray(gzip(form)),
                        "Content-Encoding",
                        "gzip");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void bomb_sentToAnyRoute_isTooLarge() {
        byte[] bomb = gzip(new byte[64 << 20]);
        assertThat(bomb.length).isLessThan(Installation.MOST_BODY_BYTES);

        for (String url : new String[] {chat(), avow.url() + "/api/v1/policies/dry-run"}) {
            Http.Answer answer = post(url, key(url), bomb, "gzip");
            assertThat(answer.status()).as("%s: %s", url, answer.body()).isEqualTo(413);
            assertThat(answer.json().at("/error/code").asString()).isEqualTo("body_too_large");
        }
    }

    /** Was asked only when it had been unpacked. */
    @Test
    void bomb_ofAKeyWhoseRateIsUsedUp_isNotUnpacked() {
        Http.Answer made =
                Http.post(
                        avow.url() + "/api/v1/api-keys",
                        avow.adminKey(),
                        "{\"name\":\"bombs\",\"requests_per_minute\":1}");
        String key = made.json().path("key").asString();
        byte[] bomb = gzip(new byte[64 << 20]);

        assertThat(post(chat(), key, bomb, "gzip").status()).isEqualTo(413);
        Http.Answer second = post(chat(), key, bomb, "gzip");

        assertThat(second.status()).as(second.body()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip"})
    void body_ofAnotherCoding_isRefusedByName(String coding) {
        for (String url : new String[] {chat(), avow.url() + "/api/v1/policies/dry-run"}) {
            Http.Answer answer = post(url, key(url), asking(mark), coding);
            assertThat(answer.status()).as("%s: %s", url, answer.body()).isEqualTo(415);
            assertThat(answer.body()).contains("Content-Encoding", "gzip");
        }
    }

    @Test
    void body_thatIsNotTheGzipItSays_isRefusedByName() {
        for (String url : new String[] {chat(), avow.url() + "/api/v1/policies/dry-run"}) {
            Http.Answer answer = post(url, key(url), asking(mark), "gzip");
            assertThat(answer.status()).as("%s: %s", url, answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("Content-Encoding").doesNotContain(mark);
        }
    }

    @Test
    void controlPlane_byGzip_isRead() {
        Http.Answer answer =
                post(
                        avow.url() + "/api/v1/policies/dry-run",
                        avow.adminKey(),
                        gzip("{\"text\":\"hello\"}".getBytes(UTF_8)),
                        "gzip");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
