package dev.avow.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.Pattern;

/** The name of a backup: {@code avow-20261122T031500Z-} and the end of its id. */
public final class BackupName {

    private static final Pattern FORM = Pattern.compile("avow-\\d{8}T\\d{6}Z-[0-9a-f]{12}");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private BackupName() {}

    static String of(Instant begun, UUID id) {
        return "avow-" + TIME.format(begun) + "-" + id.toString().substring(24);
    }

    /** Whether a name in a place is that of a backup, finished or not. */
    public static boolean isOne(String name) {
        return FORM.matcher(name).matches();
    }

    /** When it was begun, to the second. */
    static Instant begun(String name) {
        return TIME.parse(name.substring(5, 21), Instant::from);
    }
}
