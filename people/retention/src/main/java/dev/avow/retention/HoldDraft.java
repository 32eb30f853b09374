package dev.avow.retention;

import dev.avow.words.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold as somebody wants to place it.
 *
 * @param name 1 to 100 characters; not sealed
 * @param plaintextReason 1 to 2,000 characters; kept sealed, and not in the audit log
 * @param userIds whom it covers, at most 200; empty for the whole tenant
 * @param from null for no beginning
 * @param to exclusive; null for no end
 * @param expectedEnd null where nobody knows
 */
public record HoldDraft(
        String name,
        String plaintextReason,
        List<UUID> userIds,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable LocalDate expectedEnd) {

    static final int MOST_USERS = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 2_000;
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    public HoldDraft {
        userIds = List.copyOf(new java.util.LinkedHashSet<>(userIds));
    }

    /**
     * Checks it.
     *
     * @throws dev.avow.words.FaultException INVALID_VALUE, naming the field
     */
    void check() {
        if (name.isBlank() || name.length() > LONGEST_NAME || hasControls(name)) {
            throw Fault.wrong("name", "a name has 1 to 100 characters, and no line breaks");
        }
        if (plaintextReason.isBlank() || plaintextReason.length() > LONGEST_REASON) {
            throw Fault.wrong("reason", "a reason has 1 to 2000 characters");
        }
        if (plaintextReason.indexOf('\0') >= 0) {
            throw Fault.wrong("reason", "a reason cannot hold the character 0");
        }
        if (new HashSet<>(userIds).size() > MOST_USERS) {
            throw Fault.wrong(
                    "user_ids", "a hold names 200 people at most; place another for the rest");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw Fault.wrong("to", "to must be later than from");
        }
        if (expectedEnd != null && expectedEnd.isAfter(LAST_DAY)) {
            throw Fault.wrong("expected_end", "expected_end is a day such as 2027-01-31");
        }
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /** Prints neither reason nor people. */
    @Override
    public String toString() {
        return "HoldDraft of " + userIds.size() + " people";
    }
}
