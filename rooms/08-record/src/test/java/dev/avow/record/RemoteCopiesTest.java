package dev.avow.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.testing.TestDatabase;
import dev.avow.words.Destination;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** P3: what a provider still keeps is asked for at growing pauses, and not for ever. */
final class RemoteCopiesTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    private final TestDatabase database = TestDatabase.fresh();
    private final UUID provider = Ids.next();
    private final List<RemoteCopy> givenUp = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T03:00:00Z");
    private final RemoteCopies copies =
            new RemoteCopies(
                    database.tenancy(),
                    Duration.ofMinutes(5),
                    Duration.ofDays(1),
                    (_, _, copy) -> givenUp.add(copy),
                    () -> now);

    @AfterEach
    void end() {
        database.close();
    }

    private void add(String remoteId) {
        database.tenancy()
                .within(
                        TENANT,
                        handle ->
                                RemoteCopies.add(
                                        handle,
                                        Ids.next(),
                                        RemoteCopy.Kind.FILE,
                                        new Destination(TENANT, provider, "p", "h", ""),
                                        remoteId,
                                        null,
                                        now));
    }

    private Optional<String> take() {
        return copies.take(TENANT, Set.of()).map(RemoteCopy::remoteId);
    }

    private boolean isDueAfter(int minutes) {
        now = now.plus(Duration.ofMinutes(minutes));
        return take().isPresent();
    }

    @Test
    void taken_isNobodyElsesForAPauseThatDoublesToItsLongest() {
        add("file-1");
        assertThat(take()).contains("file-1");
        assertThat(take()).isEmpty();
        assertThat(isDueAfter(1)).isTrue();
        assertThat(isDueAfter(1)).isFalse();
        assertThat(isDueAfter(1)).isTrue();
        assertThat(isDueAfter(4)).isTrue();
        assertThat(isDueAfter(4)).isFalse();
        assertThat(isDueAfter(1)).isTrue();
        copies.hurry(TENANT);
        assertThat(take()).contains("file-1");
    }

    @Test
    void provider_thatRests_isLeftOut() {
        add("file-1");
        assertThat(copies.take(TENANT, Set.of(provider))).isEmpty();
    }

    @Test
    void copy_thatStaysTooLong_isGivenUpAndTold() {
        add("file-1");
        RemoteCopy copy = copies.take(TENANT, Set.of()).orElseThrow();
        copies.stays(copy, "the provider refused this");
        assertThat(givenUp).isEmpty();
        now = now.plus(Duration.ofDays(1));
        copies.stays(copies.take(TENANT, Set.of()).orElseThrow(), null);
        assertThat(givenUp).containsExactly(copy);
        assertThat(isDueAfter(60)).isFalse();
    }

    /** Two nodes asked for the same one; one heard that it is gone, the other heard nothing. */
    @Test
    void copy_thatAnotherNodeEnded_isNotGivenUpBesides() {
        add("file-1");
        RemoteCopy copy = copies.take(TENANT, Set.of()).orElseThrow();
        now = now.plus(Duration.ofDays(1));
        copies.missing(copy);
        copies.stays(copy, null);
        assertThat(givenUp).isEmpty();
    }

    @Test
    void batch_thatBroughtFiles_hasThemDeletedToo() {
        add("batch-1");
        RemoteCopy copy = copies.take(TENANT, Set.of()).orElseThrow();
        copies.deleted(copy, List.of("file-2"));
        assertThat(take()).as("one that is forgotten first would bring nothing").contains("file-2");
        assertThat(isDueAfter(600)).isTrue();
    }
}
