package dev.avow.policies;

import dev.avow.decide.Rarely;
import dev.avow.decide.TimeWindow;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Time windows, shares and expressions, as plain values under the names that are used outside. */
final class RareValues {

    private RareValues() {}

    static @Nullable Map<String, Object> of(@Nullable TimeWindow time) {
        if (time == null) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("days", days(time.days()));
        values.put("from", time.from().toString());
        values.put("until", time.until().toString());
        values.put("zone", time.zone().getId());
        return values;
    }

    private static List<String> days(Set<DayOfWeek> days) {
        return days.stream().sorted().map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** Reads what {@link PolicyValues#json} wrote. */
    static Rarely rarely(JsonNode values) {
        JsonNode share = values.path("sample");
        JsonNode expression = values.path("expression");
        return new Rarely(
                time(values.path("time")),
                share.isNumber() ? share.doubleValue() : null,
                expression.isString() ? CelExpression.kept(expression.stringValue()) : null);
    }

    private static @Nullable TimeWindow time(JsonNode time) {
        if (!time.isObject()) {
            return null;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        time.path("days")
                .forEach(each ->
                        days.add(DayOfWeek.valueOf(each.stringValue().toUpperCase(Locale.ROOT))));
        return new TimeWindow(
                days,
                LocalTime.parse(time.path("from").stringValue()),
                LocalTime.parse(time.path("until").stringValue()),
                ZoneId.of(time.path("zone").stringValue()));
    }
}
