package dev.avow.control;

import dev.avow.words.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of a body that changes single values: one that is not there stays as it was, null
 * takes it away. What is of another type is refused by name.
 */
record Members(ObjectNode body) {

    /** Beyond it the database and ISO 8601 have no words without a sign. */
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z");

    boolean has(String name) {
        return body.has(name);
    }

    String text(String name, String unchanged) {
        JsonNode value = body.get(name);
        if (value == null) {
            return unchanged;
        }
        if (!value.isString()) {
            throw Fault.wrong(name, name + " must be text");
        }
        return value.stringValue();
    }

    @Nullable String textOrNull(String name, @Nullable String unchanged) {
        JsonNode value = body.get(name);
        if (value == null) {
            return unchanged;
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw Fault.wrong(name, name + " must be text, or null");
        }
        return value.stringValue();
    }

    List<String> texts(String name, List<String> unchanged) {
        JsonNode value = body.get(name);
        if (value == null) {
            return unchanged;
        }
        if (value.isNull()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> {
                if (each.isString()) {
                    texts.add(each.stringValue());
                }
            });
        }
        if (!value.isArray() || texts.size() != value.size()) {
            throw Fault.wrong(name, name + " must be a list of texts, or null");
        }
        return texts;
    }

    @Nullable Integer number(String name, @Nullable Integer unchanged) {
        JsonNode value = body.get(name);
        if (value == null) {
            return unchanged;
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.isInt()) {
            throw Fault.wrong(name, name + " must be a whole number below 2147483648, or null");
        }
        return value.intValue();
    }

    @Nullable Long whole(String name, @Nullable Long unchanged) {
        JsonNode value = body.get(name);
        if (value == null) {
            return unchanged;
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw Fault.wrong(name, name + " must be a whole number, or null");
        }
        return value.longValue();
    }

    @Nullable BigDecimal decimal(String name, @Nullable BigDecimal unchanged) {
        JsonNode value = body.get(name);
        if (value == null) {
            return unchanged;
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw Fault.wrong(name, name + " must be a number, or null");
        }
        return value.decimalValue();
    }

    @Nullable Instant time(String name, @Nullable Instant unchanged) {
        JsonNode value = body.get(name);
        if (value == null) {
            return unchanged;
        }
        return value.isNull() ? null : time(value.isString() ? value.stringValue() : "", name);
    }

    /** A time as ISO 8601 writes it. */
    static Instant time(String text, String name) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(Instant.EPOCH) && time.isBefore(END)) {
                return time;
            }
        } catch (DateTimeParseException notATime) {
            // told of below
        }
        throw Fault.wrong(name, name + " is a time of 1970 to 9999 such as 2026-01-31T00:00:00Z");
    }

    /** The value of that id; what is none is refused by name, with the ids that there are. */
    static <E> E one(String id, E[] values, Function<E, String> idOf, String name) {
        return Arrays.stream(values)
                .filter(each -> idOf.apply(each).equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Fault.wrong(
                                name,
                                name
                                        + " is one of "
                                        + Arrays.stream(values)
                                                .map(idOf)
                                                .collect(Collectors.joining(", "))));
    }

    /** Prints no value. */
    @Override
    public String toString() {
        return "Members";
    }
}
