package dev.avow.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.classify.Classification;
import dev.avow.mask.Keepsake;
import dev.avow.mask.UnmaskAccess;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class KeptLinesTest {

    private static final Keepsake KEEPSAKE =
            Keepsake.of(
                    Map.of("[EMAIL_1]", "a@b.example", "[X_1]", "line\n\"end\" \ud83d\ude42"),
                    UnmaskAccess.granted());

    private static KeptLine line(
            String customId, @Nullable Long tokensEach, @Nullable Long picos, Keepsake keepsake) {
        return new KeptLine(
                customId,
                new UUID(1, 2),
                Instant.parse("2026-11-22T08:00:00.123456Z"),
                "m/x",
                List.of(
                        new Classification("email", 1, 0.75, 3),
                        new Classification("person", 2, 1, 1)),
                77,
                tokensEach,
                2,
                picos,
                9,
                picos == null,
                keepsake);
    }

    @Test
    void opened_whatWasSealed_isTheSame() {
        List<KeptLine> lines =
                List.of(
                        line("of a@b.example\n", 5L, 12L, KEEPSAKE),
                        line("values", null, null, Keepsake.empty()));
        byte[][] kept = new byte[1][];
        byte[] sealed =
                KeptLines.sealed(
                        lines,
                        plaintext -> {
                            kept[0] = plaintext;
                            return "sealed".getBytes(UTF_8);
                        });

        assertThat(sealed).isEqualTo("sealed".getBytes(UTF_8));
        List<KeptLine> opened = KeptLines.opened(kept[0]);
        assertThat(opened).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(opened.get(i))
                    .usingRecursiveComparison()
                    .ignoringFields("keepsake")
                    .isEqualTo(lines.get(i));
            assertThat(opened.get(i).keepsake().unmaskedOriginals(UnmaskAccess.granted()))
                    .isEqualTo(lines.get(i).keepsake().unmaskedOriginals(UnmaskAccess.granted()));
        }
    }

    @Test
    void opened_keptBeforeInClearWasTold_isInClearUnlessValuesWereMasked() {
        for (Keepsake keepsake : List.of(KEEPSAKE, Keepsake.empty())) {
            byte[][] kept = new byte[1][];
            KeptLines.sealed(
                    List.of(line("x", null, 1L, keepsake)), plaintext -> kept[0] = plaintext);
            String before = new String(kept[0], UTF_8).replace(",\"in_clear\":false", "");
            assertThat(KeptLines.opened(before.getBytes(UTF_8)).getFirst().inClear())
                    .isEqualTo(keepsake.isEmpty());
        }
    }

    @Test
    void withoutText_line_holdsNoneOfAnybody() {
        KeptLine bare = line("of a@b.example", null, null, KEEPSAKE).withoutText("");

        assertThat(bare.customId()).isEmpty();
        assertThat(bare.keepsake().isEmpty()).isTrue();
        assertThat(bare.inClear()).isTrue();
        assertThat(bare.interaction()).isEqualTo(new UUID(1, 2));
    }

    @Test
    void toString_line_printsNothingOfIt() {
        assertThat(line("of a@b.example", null, null, KEEPSAKE).toString())
                .doesNotContain("a@b.example");
    }
}
