package dev.avow.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.classify.Classification;
import dev.avow.detector.api.Detector;
import dev.avow.mask.Keepsake;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** B3: an answer is looked at behind the stream where the detector waits, and counts the same. */
final class AnswerWatchTest {

    private final ArrayDeque<Runnable> later = new ArrayDeque<>();

    @Test
    void finish_scannedLater_countsWhatScanningAtOnceCounts() {
        String text = ("x ".repeat(37) + "a@b.example 4111 1111 1111 1111 ").repeat(700);
        AnswerWatch direct =
                new AnswerWatch(Model.DETECTOR, Model.BUDGET.toNanos(), Keepsake.empty());
        AnswerWatch behind =
                new AnswerWatch(
                        Model.DETECTOR, Model.BUDGET.toNanos(), Keepsake.empty(), later::add);
        for (int at = 0; at < text.length(); at += 11) {
            String piece = text.substring(at, Math.min(text.length(), at + 11));
            direct.see("a", piece);
            behind.see("a", piece);
        }
        CompletableFuture<List<Classification>> counted = behind.finish();

        assertThat(counted).isNotDone();
        later.forEach(Runnable::run);
        assertThat(counted.join()).isEqualTo(direct.finish().join());
        assertThat(counted.join()).extracting(Classification::count).containsExactly(700, 700);
    }

    /** Memory stays bounded where an engine is slower than a model. */
    @Test
    void see_farAheadOfTheScanning_countsTheRestAsNotLookedAt() {
        AnswerWatch watch =
                new AnswerWatch(
                        Model.DETECTOR, Model.BUDGET.toNanos(), Keepsake.empty(), later::add);
        for (int i = 0; i < 200; i++) {
            watch.see("a", "a@b.example ".repeat(1_000));
        }
        CompletableFuture<List<Classification>> counted = watch.finish();
        later.forEach(Runnable::run);

        assertThat(counted.join())
                .extracting(Classification::type)
                .containsExactly("email", "unscanned");
        assertThat(counted.join().getFirst().count()).isLessThan(60_000);
    }

    @Test
    void finish_detectorFails_saysThatItDid() {
        Detector broken =
                (_, _) -> {
                    throw new IllegalStateException("broken");
                };
        AnswerWatch watch =
                new AnswerWatch(broken, Model.BUDGET.toNanos(), Keepsake.empty(), later::add);
        watch.see("a", "text");
        CompletableFuture<List<Classification>> counted = watch.finish();
        later.forEach(Runnable::run);

        assertThat(counted.join()).extracting(Classification::type).containsExactly("unscanned");
    }
}
