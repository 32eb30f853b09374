package dev.avow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class ShortSliceTest {

    /** Linux of the time before 6.12 says no slice, and has none to give. */
    @Test
    void ask_kernelThatHasSlices_givesThisThreadAShortOneAlone() throws Exception {
        try (var one = Executors.newSingleThreadExecutor();
                var other = Executors.newSingleThreadExecutor()) {
            long usual = CompletableFuture.supplyAsync(ShortSlice::nanos, other).get();
            assumeTrue(usual > 0);

            assertThat(CompletableFuture.supplyAsync(ShortSlice::ask, one).get()).isTrue();

            assertThat(CompletableFuture.supplyAsync(ShortSlice::nanos, one).get())
                    .isEqualTo(ShortSlice.NANOS);
            assertThat(CompletableFuture.supplyAsync(ShortSlice::nanos, other).get())
                    .isEqualTo(usual)
                    .isGreaterThan(ShortSlice.NANOS);
        }
    }
}
