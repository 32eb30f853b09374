package dev.avow.rights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a copy of a person's data is written (promise P2). */
public enum ExportFormat {
    /** One object: a list for each kind of data. */
    JSON("application/json"),
    /** One object a line; its {@code type} says what it is. */
    NDJSON("application/x-ndjson"),
    /** A table (RFC 4180) of all kinds; its first column says what a row is. */
    CSV("text/csv; charset=utf-8");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As it stands in a query. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Empty where there is no such format. */
    public static Optional<ExportFormat> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
