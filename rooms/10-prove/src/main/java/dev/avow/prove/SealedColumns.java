package dev.avow.prove;

import dev.avow.sealing.Place;
import dev.avow.sealing.SealingException;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sealed columns of a row of {@code audit_logs}, each opened where it opens. One that is there
 * and does not was altered, or sealed under another key; one that is null was erased, or never was,
 * and one whose person's key was destroyed is erased too.
 */
final class SealedColumns {

    private final Map<String, byte[]> sealed = new LinkedHashMap<>();
    private final Map<String, String> opened = new LinkedHashMap<>();
    private int erased;

    private SealedColumns() {}

    static SealedColumns of(ResultSet row, TenantId tenant, EntryKeys keys) throws SQLException {
        SealedColumns columns = new SealedColumns();
        UUID id = Objects.requireNonNull(row.getObject("id", UUID.class));
        for (String field : AuditLeaf.SEALED) {
            String column = field + "_sealed";
            byte[] bytes = row.getBytes(column);
            if (bytes != null) {
                columns.open(field, bytes, keys, new Place(tenant, "audit_logs", column, id));
            }
        }
        return columns;
    }

    private void open(String field, byte[] bytes, EntryKeys keys, Place place) {
        sealed.put(field, bytes);
        try {
            Optional<String> value = keys.plaintextOf(field, bytes, place);
            value.ifPresent(text -> opened.put(field, text));
            erased += value.isEmpty() ? 1 : 0;
        } catch (SealingException altered) {
            // isWhole tells of it
        }
    }

    /** Whether all that is there opened, or would if the person had not been erased. */
    boolean isWhole() {
        return opened.size() + erased == sealed.size();
    }

    /** Whether some of what is there belongs to somebody who was erased. */
    boolean isErased() {
        return erased > 0;
    }

    /** What opened. */
    SealedValues values() {
        return SealedValues.of(opened);
    }

    /** Commitments to the values as they are sealed, for an entry that does not open. */
    List<@Nullable String> commitments() {
        List<@Nullable String> all = new ArrayList<>();
        for (String field : AuditLeaf.SEALED) {
            byte[] bytes = sealed.get(field);
            all.add(bytes == null ? null : AuditLeaf.commitment(new byte[0], field, bytes));
        }
        return all;
    }

    /** Whether what is there is what was committed to as it was sealed; nothing is, always. */
    boolean isUnread(List<@Nullable String> committed) {
        List<@Nullable String> all = commitments();
        for (int i = 0; i < all.size(); i++) {
            String here = all.get(i);
            if (here != null && !here.equals(committed.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Prints no value. */
    @Override
    public String toString() {
        return "SealedColumns";
    }
}
