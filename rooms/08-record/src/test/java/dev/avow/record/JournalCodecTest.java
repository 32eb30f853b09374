package dev.avow.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Charge;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** B5: what the journal holds of a use is all that its row needs. */
final class JournalCodecTest {

    @Test
    void read_whatWasWritten_isTheSame() throws IOException {
        Opening full =
                new Opening(
                        TenantId.DEFAULT,
                        Ids.next(),
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        Ids.next(),
                        Ids.next(),
                        "api",
                        "p",
                        "m",
                        "h",
                        7,
                        "[]",
                        "é 语",
                        "Mask",
                        0.5,
                        "h.example",
                        "1.0",
                        "b",
                        new Charge(7L, 8),
                        Aside.NONE);
        Opening bare =
                new Opening(
                        TenantId.DEFAULT,
                        Ids.next(),
                        Instant.EPOCH,
                        null,
                        null,
                        "",
                        "",
                        "",
                        "",
                        0,
                        "",
                        null,
                        "",
                        0,
                        null,
                        null,
                        null,
                        new Charge(7L, 8),
                        Aside.NONE);

        assertThat(JournalCodec.read(ByteBuffer.wrap(JournalCodec.write(full))))
                .isEqualTo(new JournalCodec.Opened(full));
        assertThat(JournalCodec.read(ByteBuffer.wrap(JournalCodec.write(bare))))
                .isEqualTo(new JournalCodec.Opened(bare));
    }

    @Test
    void read_anEnding_isTheSame() throws IOException {
        UUID use = Ids.next();
        for (Ending ending :
                List.of(
                        new Ending(
                                Ending.Status.COMPLETED,
                                "h",
                                "[]",
                                1,
                                2,
                                3,
                                new Charge(5L, 6),
                                null,
                                List.of()),
                        Ending.unanswered(Ending.Status.CANCELLED, 0, Charge.NONE))) {
            assertThat(JournalCodec.read(ByteBuffer.wrap(JournalCodec.write(use, ending))))
                    .isEqualTo(new JournalCodec.Ended(use, ending));
        }
    }
}
