package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TenantLanesTest {

    private final List<TenantId> tenants =
            Stream.generate(() -> new TenantId(Ids.next())).limit(20).toList();
    private final Set<TenantId> seen = ConcurrentHashMap.newKeySet();

    @Test
    void each_someAtOnce_seesEachAndSomeAtOnce() {
        CountDownLatch together = new CountDownLatch(3);

        new TenantLanes(3)
                .each(
                        tenants,
                        () -> true,
                        tenant -> {
                            assertThat(seen.add(tenant)).isTrue();
                            together.countDown();
                            await(together);
                        });

        assertThat(seen).containsExactlyInAnyOrderElementsOf(tenants);
    }

    @Test
    void each_toldToStop_beginsNoMore() {
        int[] asked = new int[1];

        new TenantLanes(2).each(tenants, () -> ++asked[0] <= 5, seen::add);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(tenants.subList(0, 5));
    }

    @Test
    void each_oneThrows_isThrownWhenTheOthersHaveEnded() {
        assertThatThrownBy(() ->
                        new TenantLanes(2)
                                .each(
                                        tenants,
                                        () -> true,
                                        tenant -> {
                                            if (tenant.equals(tenants.getFirst())) {
                                                throw new IllegalStateException("own");
                                            }
                                            seen.add(tenant);
                                        }))
                .hasMessage("own");

        assertThat(seen).hasSize(19);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
