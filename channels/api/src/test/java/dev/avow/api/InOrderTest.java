package dev.avow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class InOrderTest {

    @Test
    void execute_manySteps_runOneAfterAnotherInTheirOrder() throws Exception {
        List<Integer> ran = new ArrayList<>(); // not safe for threads: one after another is
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            InOrder inOrder = new InOrder(threads);
            for (int i = 0; i < 10_000; i++) {
                int number = i;
                inOrder.execute(() -> ran.add(number));
            }
            inOrder.execute(done::countDown);
            done.await();
        }

        assertThat(ran).isEqualTo(IntStream.range(0, 10_000).boxed().toList());
    }

    @Test
    void execute_stepThatFails_holdsUpNoOther() {
        List<String> ran = new ArrayList<>();
        InOrder inOrder = new InOrder(Runnable::run);
        inOrder.execute(() -> {
            throw new IllegalStateException("broken");
        });
        inOrder.execute(() -> ran.add("next"));

        assertThat(ran).containsExactly("next");
    }
}
