package dev.avow.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AppendGroupTest {

    private final List<List<Integer>> written = Collections.synchronizedList(new ArrayList<>());

    @Test
    void append_bySeveralWhileOneWrites_sharesAWriteAndLosesNothing() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AppendGroup<Integer> group =
                new AppendGroup<>(some -> {
                    first.countDown();
                    await(go);
                    written.add(List.copyOf(some));
                });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> one = threads.submit(() -> group.append(0));
            await(first);
            List<Future<?>> others = new ArrayList<>();
            for (int n = 1; n < 20; n++) {
                int number = n;
                others.add(threads.submit(() -> group.append(number)));
            }
            while (group.waiting() < 19) {
                Thread.onSpinWait();
            }
            go.countDown();
            one.get();
            for (Future<?> each : others) {
                each.get();
            }
        }
        assertThat(written).hasSize(2);
        assertThat(written.stream().flatMap(List::stream).toList())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 20).boxed().toList());
    }

    /** One that cannot be written fails for its own caller, and for nobody else. */
    @Test
    void append_oneOfAGroupCannotBeWritten_failsForItsOwnCallerAlone() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AppendGroup<Integer> group =
                new AppendGroup<>(some -> {
                    first.countDown();
                    await(go);
                    if (some.contains(13)) {
                        throw new IllegalArgumentException("thirteen");
                    }
                    written.add(List.copyOf(some));
                });
        List<Integer> failed = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> group.append(0));
            await(first);
            for (int n = 10; n < 16; n++) {
                int number = n;
                threads.execute(() -> {
                    try {
                        group.append(number);
                    } catch (IllegalArgumentException thirteen) {
                        failed.add(number);
                    }
                });
            }
            while (group.waiting() < 6) {
                Thread.onSpinWait();
            }
            go.countDown();
        }
        assertThat(failed).containsExactly(13);
        assertThat(written.stream().flatMap(List::stream).toList())
                .containsExactlyInAnyOrder(0, 10, 11, 12, 14, 15);
    }

    @Test
    void append_writerBreaksDown_failsAndTheNextGoesOn() {
        AppendGroup<Integer> group =
                new AppendGroup<>(some -> {
                    if (some.contains(1)) {
                        throw new StackOverflowError();
                    }
                    written.add(List.copyOf(some));
                });

        assertThatThrownBy(() -> group.append(1)).isInstanceOf(StackOverflowError.class);
        group.append(2);

        assertThat(written).containsExactly(List.of(2));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
