package dev.avow.backup;

import dev.avow.retain.JournalEntry;
import dev.avow.words.Ids;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Places and releases legal holds as the journal tells it. What an entry does not say or cannot be
 * read makes the hold wider, never narrower: without people it covers the tenant, without a span
 * all times.
 */
final class HoldReplay {

    private static final String PLACE =
            """
            INSERT INTO legal_holds (tenant_id, id, name, reason_sealed, user_ids, from_time, to_time,
                expected_end, created_by, created_at)
            VALUES (:tenant, :id, :name, :reason, :users, CAST(:from AS timestamptz), CAST(:to AS timestamptz),
                CAST(:expectedEnd AS date), CAST(:by AS uuid), :at)
            ON CONFLICT DO NOTHING
            """;

    private static final String RELEASE =
            """
            UPDATE legal_holds SET released_by = CAST(:by AS uuid), released_at = :at
            WHERE id = :id AND released_at IS NULL
            """;

    private HoldReplay() {}

    static int place(Handle handle, JournalEntry entry) {
        String name = detail(entry, "name").orElse("restored");
        return handle.createUpdate(PLACE)
                .bind("tenant", entry.tenant().value())
                .bind("id", entry.id())
                .bind("name", name.substring(0, Math.min(100, name.length())))
                .bind(
                        "reason",
                        read(entry, "reason_sealed", Base64.getDecoder()::decode)
                                .orElse(new byte[0]))
                .bindArray("users", UUID.class, (Object[]) users(entry))
                .bind("from", read(entry, "from_time", Instant::parse).orElse(null))
                .bind("to", read(entry, "to_time", Instant::parse).orElse(null))
                .bind("expectedEnd", read(entry, "expected_end", LocalDate::parse).orElse(null))
                .bind("by", read(entry, "created_by", UUID::fromString).orElse(null))
                .bind("at", read(entry, "created_at", Instant::parse).orElse(entry.at()))
                .execute();
    }

    static int release(Handle handle, JournalEntry entry) {
        return handle.createUpdate(RELEASE)
                .bind("id", entry.id())
                .bind("by", read(entry, "released_by", UUID::fromString).orElse(null))
                .bind("at", read(entry, "released_at", Instant::parse).orElse(entry.at()))
                .execute();
    }

    /** One that is no id would leave somebody out, so it makes the hold the tenant's. */
    private static UUID[] users(JournalEntry entry) {
        String[] texts = detail(entry, "user_ids").orElse("").split(",", -1);
        UUID[] users =
                Arrays.stream(texts)
                        .map(String::strip)
                        .map(Ids::parse)
                        .flatMap(Optional::stream)
                        .toArray(UUID[]::new);
        return users.length == texts.length ? users : new UUID[0];
    }

    private static Optional<String> detail(JournalEntry entry, String name) {
        return Optional.ofNullable(entry.details().get(name)).filter(text -> !text.isBlank());
    }

    private static <T> Optional<T> read(
            JournalEntry entry, String name, Function<String, T> parser) {
        try {
            return detail(entry, name).map(parser);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
