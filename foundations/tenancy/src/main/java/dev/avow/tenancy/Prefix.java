package dev.avow.tenancy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.avow.words.TenantId;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The first two fields of a row in COPY's text form: a tenant and a person, or {@code \N}. */
final class Prefix {

    private byte[] last = {};
    private Snapshot.@Nullable Whose whose;

    /** Where the third field begins. */
    int end(byte[] row) {
        int at = 0;
        for (int fields = 0; fields < 2; at++) {
            if (row[at] == '\t') {
                fields++;
            }
        }
        return at;
    }

    /** Whom the row is about; the same object for as long as that does not change. */
    Snapshot.Whose whose(byte[] row, int end) {
        Snapshot.Whose known = whose;
        if (known != null && Arrays.equals(last, 0, last.length, row, 0, end)) {
            return known;
        }
        String[] fields = new String(row, 0, end, US_ASCII).split("\t", -1);
        Snapshot.Whose read =
                new Snapshot.Whose(
                        new TenantId(UUID.fromString(fields[0])),
                        fields[1].equals("\\N") ? null : UUID.fromString(fields[1]));
        last = Arrays.copyOf(row, end);
        whose = read;
        return read;
    }
}
