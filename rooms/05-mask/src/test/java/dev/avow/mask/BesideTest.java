package dev.avow.mask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** B1: what a request gives out beside files that it names is nobody else's in them. */
final class BesideTest {

    private static String saying(String text) {
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}";
    }

    private static Keepsake keepsake(Map<String, String> originals) {
        return Keepsake.of(originals, UnmaskAccess.granted());
    }

    @Test
    void file_countsFromItsOwnNumber() {
        Masked file = Letters.masked(saying("a@b.example c@d.example"), Beside.asFile(48_212));
        assertThat(new String(file.outbound().body(), UTF_8))
                .contains("[EMAIL_48213] [EMAIL_48214]");
    }

    @Test
    void request_besideAFile_sharesItsPseudonymsAndGivesOutNoneOfThem() {
        Keepsake file = keepsake(Map.of("[EMAIL_1]", "a@b.example", "[EMAIL_7]", "x@y.example"));
        Masked request = Letters.masked(saying("c@d.example then x@y.example"), Beside.files(file));

        assertThat(new String(request.outbound().body(), UTF_8))
                .contains("[EMAIL_2] then [EMAIL_7]");
        assertThat(request.keepsake().unmaskedOriginals(UnmaskAccess.granted()))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "[EMAIL_1]", "a@b.example",
                                "[EMAIL_2]", "c@d.example",
                                "[EMAIL_7]", "x@y.example"));
    }

    @Test
    void request_withoutFindings_keepsWhatItsFilesHold() {
        Keepsake file = keepsake(Map.of("[EMAIL_1]", "a@b.example"));
        assertThat(Letters.masked(saying("hello"), Beside.files(file)).keepsake()).isEqualTo(file);
    }

    @Test
    void keepsakes_thatDisagree_putNeitherBack() {
        Keepsake one = keepsake(Map.of("[EMAIL_1]", "a@b.example", "[EMAIL_2]", "c@d.example"));
        Keepsake other = keepsake(Map.of("[EMAIL_1]", "e@f.example", "[EMAIL_2]", "c@d.example"));
        assertThat(one.and(other).gaveOut("[EMAIL_1]")).isFalse();
        assertThat(one.and(other).gaveOut("[EMAIL_2]")).isTrue();
    }

    @Test
    void keepsakes_ofWhichOneBeginsAnother_keepTheLonger() {
        Keepsake both =
                keepsake(Map.of("file-a1", "ours1")).and(keepsake(Map.of("file-a12", "ours2")));
        assertThat(both.gaveOut("file-a1")).isFalse();
        assertThat(both.gaveOut("file-a12")).isTrue();
    }
}
