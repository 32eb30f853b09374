package dev.avow.sealing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * What goes on one day (UTC), and has a key of its own for that.
 *
 * @param day after whose end nothing of it is wanted any more, but what a legal hold keeps
 */
public record Period(LocalDate day) {

    /** Of something that goes at a moment. */
    public static Period ending(Instant at) {
        return new Period(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /** By which the key is stored. */
    static Period of(UUID id) {
        return new Period(
                LocalDate.parse(id.toString().substring(28), DateTimeFormatter.BASIC_ISO_DATE));
    }

    /** By which the key is stored: the date's eight digits are its last. */
    UUID id() {
        return UUID.fromString(
                "00000000-0000-0000-0000-0000" + day.format(DateTimeFormatter.BASIC_ISO_DATE));
    }
}
