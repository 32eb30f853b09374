package dev.avow.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.TenantId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class RememberedTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    private final AtomicReference<String> store = new AtomicReference<>("old");
    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void of_readBefore_isNotReadAgain() {
        Remembered<String> remembered = new Remembered<>(_ -> read());

        assertThat(remembered.recall(TENANT)).isEmpty();
        assertThat(remembered.of(TENANT)).isEqualTo("old");
        assertThat(remembered.of(TENANT)).isEqualTo("old");
        assertThat(remembered.recall(TENANT)).contains("old");
        assertThat(readings).hasValue(1);
    }

    private String read() {
        readings.incrementAndGet();
        return store.get();
    }

    @Test
    @Timeout(60)
    void forget_whileASlowReadingIsUnderWay_keepsItsOlderValueOut() throws Exception {
        CountDownLatch hasRead = new CountDownLatch(1);
        CountDownLatch mayReturn = new CountDownLatch(1);
        Remembered<String> remembered =
                new Remembered<>(_ -> {
                    String value = read();
                    if (readings.get() == 1) {
                        hasRead.countDown();
                        await(mayReturn);
                    }
                    return value;
                });
        CompletableFuture<String> slow = CompletableFuture.supplyAsync(() -> remembered.of(TENANT));
        hasRead.await();

        store.set("new");
        remembered.forget(TENANT);

        assertThat(remembered.of(TENANT)).isEqualTo("new");
        mayReturn.countDown();
        assertThat(slow.get()).isEqualTo("new");
        assertThat(remembered.recall(TENANT)).contains("new");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    @Test
    void of_aMinuteLaterWithoutNotice_isReadAnew() {
        AtomicLong now = new AtomicLong();
        Remembered<String> remembered = new Remembered<>(_ -> read(), now::get);
        assertThat(remembered.of(TENANT)).isEqualTo("old");
        store.set("new");

        now.set(Duration.ofSeconds(59).toNanos());
        assertThat(remembered.recall(TENANT)).contains("old");
        assertThat(remembered.of(TENANT)).isEqualTo("old");
        now.set(Duration.ofSeconds(60).toNanos());
        assertThat(remembered.recall(TENANT)).isEmpty();
        assertThat(remembered.of(TENANT)).isEqualTo("new");
        assertThat(remembered.recall(TENANT)).contains("new");
    }

    @Test
    void of_readingFails_remembersNothingAndTriesAgain() {
        Remembered<String> remembered =
                new Remembered<>(_ -> {
                    if (readings.incrementAndGet() == 1) {
                        throw new IllegalStateException("no database");
                    }
                    return store.get();
                });

        assertThatThrownBy(() -> remembered.of(TENANT)).hasMessage("no database");
        assertThat(remembered.recall(TENANT)).isEmpty();
        assertThat(remembered.of(TENANT)).isEqualTo("old");
    }
}
