package dev.avow.retain;

import dev.avow.words.Cursor;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold as it is kept (promise R5): what it covers neither expires nor is erased.
 *
 * @param name what it is called; in the clear, so it should name no person
 * @param reasonSealed the reason, sealed under the tenant's key for {@code legal_holds.reason}, in
 *     base64
 * @param userIds the people it covers; empty for the whole tenant
 * @param from the beginning of what it covers; null for no beginning
 * @param to the end of what it covers, exclusive; null for no end
 * @param expectedEnd when it should be looked at again; it ends nothing by itself. Null for none
 * @param createdBy who placed it; null for the command line
 * @param releasedAt null while it is in force
 */
public record LegalHold(
        TenantId tenant,
        UUID id,
        String name,
        String reasonSealed,
        List<UUID> userIds,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable LocalDate expectedEnd,
        @Nullable UUID createdBy,
        Instant createdAt,
        @Nullable UUID releasedBy,
        @Nullable Instant releasedAt) {

    public LegalHold {
        userIds = List.copyOf(userIds);
    }

    public boolean inForce() {
        return releasedAt == null;
    }

    /**
     * Whether it covers something of a time, as {@code is_held} tells it in the database.
     *
     * @param user whom it is about; null for nobody
     */
    boolean covers(@Nullable UUID user, Instant at) {
        return inForce()
                && (userIds.isEmpty() || (user != null && userIds.contains(user)))
                && (from == null || !at.isBefore(from))
                && (to == null || at.isBefore(to));
    }

    /** Its place in a list, newest first. */
    public Cursor cursor() {
        return new Cursor(createdAt, id);
    }

    /** The same hold, no longer in force. */
    public LegalHold released(@Nullable UUID by, Instant at) {
        return new LegalHold(
                tenant,
                id,
                name,
                reasonSealed,
                userIds,
                from,
                to,
                expectedEnd,
                createdBy,
                createdAt,
                by,
                at);
    }

    /** What the journal keeps of its placing: all that is needed to place it again. */
    public JournalEntry placedEntry(Instant at) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("name", name);
        details.put("reason_sealed", reasonSealed);
        details.put(
                "user_ids", userIds.stream().map(UUID::toString).collect(Collectors.joining(",")));
        put(details, "from_time", from);
        put(details, "to_time", to);
        put(details, "expected_end", expectedEnd);
        put(details, "created_by", createdBy);
        details.put("created_at", createdAt.toString());
        return new JournalEntry(at, tenant, JournalEntry.Event.HOLD_PLACED, id, details);
    }

    /** What the journal keeps of its release. */
    public static JournalEntry releasedEntry(
            TenantId tenant, UUID id, @Nullable UUID by, Instant at) {
        Map<String, String> details = new LinkedHashMap<>();
        put(details, "released_by", by);
        details.put("released_at", at.toString());
        return new JournalEntry(at, tenant, JournalEntry.Event.HOLD_RELEASED, id, details);
    }

    /** The hold that {@link #placedEntry} tells of, in force. */
    public static LegalHold of(JournalEntry placed) {
        Map<String, String> details = placed.details();
        return new LegalHold(
                placed.tenant(),
                placed.id(),
                details.getOrDefault("name", "restored"),
                details.getOrDefault("reason_sealed", ""),
                Stream.of(details.getOrDefault("user_ids", "").split(",", -1))
                        .filter(each -> !each.isEmpty())
                        .map(UUID::fromString)
                        .toList(),
                read(details, "from_time", Instant::parse),
                read(details, "to_time", Instant::parse),
                read(details, "expected_end", LocalDate::parse),
                read(details, "created_by", UUID::fromString),
                Instant.parse(details.getOrDefault("created_at", placed.at().toString())),
                null,
                null);
    }

    private static void put(Map<String, String> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }

    private static <T> @Nullable T read(
            Map<String, String> details, String name, Function<String, T> parse) {
        String text = details.get(name);
        return text == null ? null : parse.apply(text);
    }

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "LegalHold " + id;
    }
}
