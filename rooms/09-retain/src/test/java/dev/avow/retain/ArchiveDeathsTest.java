package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R2: whatever step of the store a run dies at, the next one finds everything once, and goes on.
 */
class ArchiveDeathsTest extends ArchiveSite {

    private MortalStore mortal = new MortalStore(store);

    @BeforeEach
    void giveItAnEnd() {
        mortal = new MortalStore(store);
        store = mortal;
    }

    /** Every step of the store is a place to die at, before it is done and after. */
    @Test
    void run_diesAtAnyStepOfTheStore_nextRunLosesAndDoublesNothing() throws IOException {
        for (int step = 0; step < 14; step++) {
            for (boolean after : new boolean[] {false, true}) {
                Set<UUID> before = new TreeSet<>(archived(null));
                before.add(table.add(NOW.minus(Duration.ofDays(40)).plusSeconds(step), ada));
                before.add(table.add(NOW.minus(Duration.ofDays(41)).plusSeconds(step), null));
                mortal.dieAt(step, after);
                try {
                    run(10);
                } catch (IllegalStateException killed) {
                    Set<UUID> everywhere = new TreeSet<>(table.left());
                    everywhere.addAll(archived(null));
                    assertThat(everywhere).isEqualTo(before);
                }
                mortal.live();
                run(10);
                assertThat(table.left()).isEmpty();
                assertThat(archived(null)).isEqualTo(before);
                assertThat(files()).hasSize(table.count("archives"));
            }
        }
    }

    @Test
    void expiry_diesAtAnyStepOfTheStore_nextRunFinishes() throws IOException {
        for (int step = 0; step < 4; step++) {
            UUID _ = table.add(NOW.minus(Duration.ofDays(40 - step)), ada);
            now = NOW;
            run(10);
            now = NOW.plus(Duration.ofDays(55));
            mortal.dieAt(step, step % 2 == 0);
            assertThatThrownBy(() -> run(10)).hasMessage("killed");
            mortal.live();

            run(10);

            assertThat(files()).isEmpty();
            assertThat(table.count("archives")).isZero();
            assertThat(table.left()).isEmpty();
        }
    }

    /** R2: whatever step it dies at, each row is in one valid archive, and nothing stays behind. */
    @Test
    void i7_sealAnew_killedAtEachStep_losesAndDoublesNothing() throws IOException {
        Set<UUID> moved = new TreeSet<>();
        moved.add(table.add(NOW.minus(Duration.ofDays(40)), ada));
        moved.add(table.add(NOW.minus(Duration.ofDays(40)), null));
        run(10);
        int deaths = 0;
        for (boolean after : new boolean[] {false, true}) {
            rotate();
            for (int step = 0; ; step++) {
                mortal.dieAt(step, after);
                try {
                    assertThat(archives(10).sealAnew(TENANT, () -> true)).isPresent();
                    break;
                } catch (IllegalStateException killed) {
                    deaths++;
                    mortal.live();
                    assertThat(archived(null)).isEqualTo(moved);
                }
                run(10);
            }
            mortal.live();
            run(10);
            assertThat(archived(null)).isEqualTo(moved);
            assertThat(files()).hasSize(1);
        }
        assertThat(deaths).isEqualTo(4);
    }
}
