package dev.avow.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.testing.TestDatabase;
import dev.avow.words.Cursor;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B5: every field of an interaction comes back as it was written. */
final class InteractionLogTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    private final TestDatabase database = TestDatabase.fresh();
    private Recorder recorder;
    private InteractionLog log;

    @BeforeEach
    void open(@TempDir Path folder) {
        recorder = Recorder.open(database.tenancy(), folder, _ -> {});
        log = new InteractionLog(database.tenancy(), recorder);
    }

    @AfterEach
    void close() {
        recorder.close();
        database.close();
    }

    private static Interaction one(UUID id, Instant at, String model, String status) {
        return new Interaction(
                id,
                TENANT.value(),
                null,
                null,
                "api",
                "openai",
                model,
                "sha256:00",
                null,
                12,
                List.of(),
                null,
                "Allow",
                0.0,
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                status,
                Aside.NONE);
    }

    private static Interaction full(UUID id) {
        return new Interaction(
                id,
                TENANT.value(),
                Ids.next(),
                Ids.next(),
                "extension",
                "chat.example",
                "m-1",
                "hmac-sha256:00",
                "hmac-sha256:11",
                120,
                List.of(new Interaction.Classified("email", 0.95, 1, 2, "answer")),
                "Block mail",
                "Block",
                0.36,
                NOW,
                "chat.example",
                "1.2.3",
                "Firefox 140",
                10,
                20,
                new BigDecimal("0.00012"),
                345,
                "blocked",
                Aside.NONE);
    }

    @Test
    void insert_everyField_comesBackAsItWas() {
        Interaction written = full(Ids.next());

        log.insert(written);

        assertThat(log.find(TENANT, written.id())).contains(written);
        assertThat(log.page(TENANT, InteractionFilter.ALL, PageRequest.first()).items())
                .containsExactly(written);
    }

    @Test
    void insert_onlyWhatMustBe_comesBackWithNulls() {
        Interaction written =
                one(Ids.next(), Instant.now().truncatedTo(ChronoUnit.MICROS), "m", "started");

        log.insert(written);

        assertThat(log.find(TENANT, written.id())).contains(written);
    }

    @Test
    void page_sameMicrosecond_showsEachOnceNewestFirst() {
        List<UUID> ids =
                Stream.generate(Ids::next)
                        .limit(5)
                        .sorted(Comparator.comparing(UUID::toString))
                        .toList();
        ids.forEach(id -> log.insert(one(id, NOW, "m", "completed")));
        UUID newest = Ids.next();
        log.insert(one(newest, NOW.plusSeconds(1), "m", "completed"));

        Page<Interaction> first = log.page(TENANT, InteractionFilter.ALL, new PageRequest(3, null));
        Page<Interaction> second =
                log.page(
                        TENANT,
                        InteractionFilter.ALL,
                        new PageRequest(3, Cursor.parse(String.valueOf(first.nextCursor()))));

        assertThat(idsOf(first)).containsExactly(newest, ids.get(4), ids.get(3));
        assertThat(idsOf(second)).containsExactly(ids.get(2), ids.get(1), ids.get(0));
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void page_filtered_showsThoseAlone() {
        UUID early = Ids.next();
        UUID late = Ids.next();
        log.insert(one(early, NOW, "small", "completed"));
        log.insert(one(late, NOW.plusSeconds(60), "large", "failed"));

        assertThat(ids(filter("failed", null, null, null))).containsExactly(late);
        assertThat(ids(filter(null, "small", null, null))).containsExactly(early);
        assertThat(ids(filter(null, null, NOW.plusSeconds(60), null))).containsExactly(late);
        assertThat(ids(filter(null, null, null, NOW.plusSeconds(60)))).containsExactly(early);
        assertThat(ids(filter("failed", "small", null, null))).isEmpty();
        assertThat(ids(new InteractionFilter(null, "Block", null, null, null))).isEmpty();
    }

    private static InteractionFilter filter(
            @Nullable String status,
            @Nullable String model,
            @Nullable Instant since,
            @Nullable Instant until) {
        return new InteractionFilter(status, null, model, since, until);
    }

    private List<UUID> ids(InteractionFilter filter) {
        return idsOf(log.page(TENANT, filter, PageRequest.first()));
    }

    private static List<UUID> idsOf(Page<Interaction> page) {
        return page.items().stream().map(Interaction::id).toList();
    }

    @Test
    void find_ofAnotherTenant_isEmpty() {
        Interaction written = full(Ids.next());
        log.insert(written);
        TenantId other = database.newTenant("other");

        assertThat(log.find(other, written.id())).isEmpty();
        assertThat(log.page(other, InteractionFilter.ALL, PageRequest.first()).items()).isEmpty();
    }
}
