package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R1: what is archived expires there too. R5: but not what a hold keeps. */
class ArchiveExpiryTest extends ArchiveSite {

    @Test
    void r1_archivePastItsRetention_goesWithItsFilesAndHeldRowsComeBack() throws IOException {
        UUID held = table.add(NOW.minus(Duration.ofDays(40)), ada);
        UUID _ = table.add(NOW.minus(Duration.ofDays(40)), ben);
        run(10);
        LegalHold hold = table.hold(List.of(ada), null, null);

        now = NOW.plus(Duration.ofDays(50)).minusSeconds(1);
        run(10);
        assertThat(archived(null)).hasSize(2);

        now = NOW.plus(Duration.ofDays(50)).plusSeconds(1);
        run(10);
        assertThat(archived(null)).isEmpty();
        assertThat(files()).isEmpty();
        assertThat(table.count("archives")).isZero();
        assertThat(table.left()).containsExactly(held);
        run(10);
        assertThat(table.left()).containsExactly(held);

        table.release(hold);
        run(10);
        assertThat(table.left()).isEmpty();
    }

    /** The file goes with its newest row; until then nobody reads what is past its time. */
    @Test
    void r1_rowPastItsTimeInAFileThatIsNot_isReadByNobodyUnlessHeld() {
        Instant tuesday = Instant.parse("2026-05-12T12:00:00Z");
        UUID first = table.add(tuesday, ada);
        UUID second = table.add(tuesday.plus(Duration.ofDays(1)), ben);
        UUID last = table.add(tuesday.plus(Duration.ofDays(4)), ben);
        run(10);
        assertThat(archived(null)).containsExactlyInAnyOrder(first, second, last);

        now = tuesday.plus(Duration.ofDays(92));
        run(10);
        assertThat(archived(null)).containsExactly(last);

        LegalHold hold = table.hold(List.of(ada), null, null);
        run(10);
        assertThat(archived(null)).containsExactlyInAnyOrder(first, last);
        assertThat(archived(ada)).containsExactly(first);
        assertThat(table.left()).isEmpty();

        now = tuesday.plus(Duration.ofDays(95));
        run(10);
        assertThat(archived(null)).isEmpty();
        assertThat(table.left()).containsExactly(first);
        table.release(hold);
    }

    @Test
    void r5_heldRows_stayInTheTableAndMoveWhenReleased() {
        UUID held = table.add(NOW.minus(Duration.ofDays(40)), ada);
        UUID free = table.add(NOW.minus(Duration.ofDays(40)), ben);
        LegalHold hold = table.hold(List.of(ada), null, null);

        run(10);
        assertThat(table.left()).containsExactly(held);
        assertThat(archived(null)).containsExactly(free);

        table.release(hold);
        run(10);
        assertThat(table.left()).isEmpty();
        assertThat(archived(null)).containsExactlyInAnyOrder(held, free);
    }

    @Test
    void hold_placedWhileAPartIsWritten_givesThePartUp() throws IOException {
        UUID held = table.add(NOW.minus(Duration.ofDays(40)), ada);
        UUID free = table.add(NOW.minus(Duration.ofDays(40)), ben);
        boolean[] placed = new boolean[1];
        store =
                new MeddledStore(
                        store,
                        () -> {
                            if (!placed[0]) {
                                placed[0] = true;
                                LegalHold _ = table.hold(List.of(ada), null, null);
                            }
                        });

        run(10);

        assertThat(table.left()).containsExactly(held);
        assertThat(archived(null)).containsExactly(free);
        assertThat(files()).hasSize(1);
    }
}
