package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What logs and programs are full of is no number of a person: hardly ever by chance. */
final class EuNoiseTest {

    private static final int WORDS = 20_000;

    /** One false alarm in so many words of nothing but numbers and codes. */
    private static final int RARE = 2_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void scan_uuidsHashesTimesAmounts_hardlyEverFinds(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            text.append(word(random, i % 12)).append(i % 7 == 0 ? "\n" : " ");
        }
        assertThat(EuFound.ALL.scan(text, EuFound.AMPLE).findings().size())
                .isLessThanOrEqualTo(WORDS / RARE);
    }

    private static String word(Random random, int kind) {
        return switch (kind) {
            case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 1 -> Long.toHexString(random.nextLong());
            case 2 -> Integer.toHexString(random.nextInt());
            case 3 -> Long.toString(1_500_000_000_000L + random.nextLong(400_000_000_000L));
            case 4 -> Long.toString(1_500_000_000L + random.nextLong(400_000_000L));
            case 5 -> format("%d.%d.%d", random);
            case 6 -> format("%d,%03d.%02d EUR", random);
            case 7 -> format("2024-01-%02d-%04d%03d", random);
            case 8 -> "order-" + random.nextInt(1_000_000_000);
            case 9 -> Integer.toString(random.nextInt(1_000_000_000));
            case 10 -> format("0x%04x%04x%02x", random);
            default -> "ref" + Long.toString(random.nextLong() >>> 1, 36);
        };
    }

    private static String format(String format, Random random) {
        return String.format(
                Locale.ROOT, format, random.nextInt(28), random.nextInt(1000), random.nextInt(99));
    }
}
