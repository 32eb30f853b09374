package dev.avow.mask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.decide.Decision;
import dev.avow.decide.MaskMode;
import dev.avow.decide.MaskRules;
import dev.avow.decide.Risk;
import dev.avow.detector.api.FindingType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values that are made to leave in part, or to cost. */
final class HostileValuesTest {

    private static String left(String content, MaskMode mode) {
        String body =
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\""
                        + content
                        + "\"}]}";
        Masked masked =
                Masking.mint(
                        new Decision.Mask(
                                Letters.classified(body),
                                "p",
                                new Risk(0),
                                new MaskRules(mode, Map.of(), false)),
                        _ -> new byte[8]);
        return new String(masked.outbound().body(), UTF_8);
    }

    /** A password of signs alone leaves whole, and the record says that it was masked. */
    @Test
    void partial_valueWithoutLettersAndDigits_doesNotLeave() {
        assertThat(OneWay.partial("!@#$%^&*()_+?!")).isNotEqualTo("!@#$%^&*()_+?!");
        assertThat(OneWay.partial("p@$$-!!-w0rd")).doesNotContain("@$$-!!-");
    }

    /** A value whose candidates all stand in the text is searched for from the start each time. */
    @Test
    void synthetic_rangeUsedUpByTheCaller_costsLittle() {
        StringBuilder pool = new StringBuilder();
        for (int n = 0; n < 465; n++) {
            pool.append(SyntheticHost.ipv4("", n, false)).append(' ');
        }
        List<String> texts = new ArrayList<>(List.of(pool.toString().repeat(4)));
        Synthetics synthetics = new Synthetics(texts, false);

        // Of the processor, so that a busy machine does not count.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 1_500; i++) {
            var _ = synthetics.of(new FindingType("ipv4", 2), "8.8." + i / 250 + "." + i);
        }
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - began))
                .isLessThan(Duration.ofMillis(900));
    }

    /** Digits of other scripts stay as they are. */
    @Test
    void synthetic_phoneWithFullWidthDigits_keepsNone() {
        assertThat(left("call +33 \uFF16 12 34 56 78 now", MaskMode.SYNTHETIC))
                .doesNotContain("\uFF16");
    }

    /** What removal joins is not looked at again. */
    @Test
    void remove_betweenTwoHalvesOfACard_makesNoCard() {
        assertThat(left("card 4111 1111 a@b.example 1111 1111", MaskMode.REMOVE))
                .doesNotContain("4111 1111  1111 1111");
    }

    /**
     * The base64 and what it holds are two segments of one place; both have findings. Once a 500.
     */
    @Test
    void attachment_foundInsideAndInItsBase64_isMaskedOnce() {
        String body =
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"file\","
                        + "\"file\":{\"file_data\":\"data:text/plain;base64,"
                        + "bWFpbCBhZGFAaHlwZXIuZXhhbXBsZSB0byAg/+33612345678/aa\"}}]}]}";

        assertThat(Letters.outbound(body)).doesNotContain("33612345678");
    }
}
