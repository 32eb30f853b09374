package dev.avow.control;

import dev.avow.decide.TimeWindow;
import dev.avow.words.Fault;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hours of days, as a caller sends them. What is left out is every day, the whole of it, in UTC.
 */
record TimeBody(
        @Nullable List<@Nullable String> days,
        @Nullable String from,
        @Nullable String until,
        @Nullable String zone) {

    TimeWindow read() {
        Set<DayOfWeek> on = EnumSet.noneOf(DayOfWeek.class);
        for (String day : days == null ? List.<@Nullable String>of() : days) {
            on.add(day(day));
        }
        return new TimeWindow(
                on, time("from", from), time("until", until), zone(zone == null ? "UTC" : zone));
    }

    private static DayOfWeek day(@Nullable String id) {
        return Arrays.stream(DayOfWeek.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(id))
                .findFirst()
                .orElseThrow(() -> wrong("days", "a day is monday to sunday"));
    }

    private static LocalTime time(String field, @Nullable String text) {
        if (text != null && !text.matches("[0-9]{2}:[0-9]{2}")) {
            throw wrong(field, "a time is HH:MM, 00:00 to 23:59");
        }
        try {
            return text == null ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        } catch (DateTimeException outOfRange) {
            throw wrong(field, "a time is HH:MM, 00:00 to 23:59");
        }
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw wrong("zone", "a zone is a name such as Europe/Paris or UTC");
        }
    }

    private static RuntimeException wrong(String field, String message) {
        return Fault.wrong("conditions.time." + field, message);
    }
}
