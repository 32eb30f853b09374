package dev.avow.arrive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentCodingTest {

    private static final Fault TOO_LARGE = Fault.of(FaultCode.BODY_TOO_LARGE, "too large");

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static FaultCode fault(byte[] packed, int most) {
        return catchThrowableOfType(
                        FaultException.class, () -> ContentCoding.unpacked(packed, most, TOO_LARGE))
                .fault()
                .code();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", " x-gzip "})
    void isGzip_ofIts_names_isTrue(String header) {
        assertThat(ContentCoding.isGzip(header)).isTrue();
    }

    @Test
    void isGzip_ofNone_isFalse() {
        assertThat(ContentCoding.isGzip(null)).isFalse();
        assertThat(ContentCoding.isGzip("identity")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", "gzip\u0000"})
    void isGzip_ofAnotherCoding_isRefused(String header) {
        Fault fault =
                catchThrowableOfType(FaultException.class, () -> ContentCoding.isGzip(header))
                        .fault();
        assertThat(fault.code()).isEqualTo(FaultCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(fault.fieldOrNull()).isEqualTo("Content-Encoding");
    }

    @Test
    void unpacked_upToTheLimit_isWhatItWas() {
        byte[] text = "a text ".repeat(10_000).getBytes(UTF_8);

        assertThat(ContentCoding.unpacked(gzip(text), text.length, TOO_LARGE)).isEqualTo(text);
        assertThat(ContentCoding.unpacked(gzip(new byte[0]), 1, TOO_LARGE)).isEmpty();
        assertThat(fault(gzip(text), text.length - 1)).isEqualTo(FaultCode.BODY_TOO_LARGE);
    }

    /** A hundred megabytes in a tenth of one; two of them count together. */
    @Test
    void unpacked_ofABomb_stopsAtTheLimit() {
        byte[] bomb = gzip(new byte[100 << 20]);
        byte[] small = gzip(new byte[600]);
        byte[] two = Arrays.copyOf(small, small.length * 2);
        System.arraycopy(small, 0, two, small.length, small.length);

        assertThat(bomb.length).isLessThan(200 << 10);
        assertThat(fault(bomb, 1 << 20)).isEqualTo(FaultCode.BODY_TOO_LARGE);
        assertThat(fault(two, 1_000)).isEqualTo(FaultCode.BODY_TOO_LARGE);
    }

    /**
     * Memory is asked for before it is taken: at once where the end says how much, else as it
     * grows.
     */
    @Test
    void unpacked_whereMemoryIsShared_takesNoMoreThanItHas() {
        byte[] bomb = gzip(new byte[1 << 20]);
        List<Integer> taken = new ArrayList<>();

        ContentCoding.unpacked(bomb, 4 << 20, TOO_LARGE, taken::add);

        assertThat(taken).containsExactly(1 << 20);
        byte[] liar = bomb.clone();
        Arrays.fill(liar, liar.length - 4, liar.length, (byte) 0);
        assertThatThrownBy(() ->
                        ContentCoding.unpacked(
                                liar,
                                4 << 20,
                                TOO_LARGE,
                                bytes -> {
                                    if (bytes > 100_000) {
                                        throw TOO_LARGE.asException();
                                    }
                                }))
                .isInstanceOf(FaultException.class);
    }

    @Test
    void unpacked_ofSeveralMembers_isAllOfThem() {
        byte[] one = gzip("a text ".repeat(10_000).getBytes(UTF_8));
        byte[] two = Arrays.copyOf(one, one.length * 2);
        System.arraycopy(one, 0, two, one.length, one.length);

        assertThat(ContentCoding.unpacked(two, 140_000, TOO_LARGE))
                .isEqualTo("a text ".repeat(20_000).getBytes(UTF_8));
        assertThat(fault(two, 139_999)).isEqualTo(FaultCode.BODY_TOO_LARGE);
    }

    @Test
    void unpacked_ofWhatIsNoGzip_orBrokenOff_isRefused() {
        byte[] whole = gzip("a text that goes on and on".getBytes(UTF_8));

        assertThat(fault("{}".getBytes(UTF_8), 100)).isEqualTo(FaultCode.INVALID_VALUE);
        assertThat(fault(new byte[0], 100)).isEqualTo(FaultCode.INVALID_VALUE);
        assertThat(fault(Arrays.copyOf(whole, whole.length - 9), 100))
                .isEqualTo(FaultCode.INVALID_VALUE);
    }
}
