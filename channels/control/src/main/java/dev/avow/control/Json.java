package dev.avow.control;

import static java.util.Map.entry;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/** Reads bodies strictly and writes answers. What a parser says is never passed on: it quotes. */
final class Json {

    private static final CoercionAction FAIL = CoercionAction.Fail;
    private static final String OTHER = "of another type, or another value";
    private static final String WHOLE_NUMBER = "a whole number, and not too large a one";

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            text ->
                                    text.setCoercion(CoercionInputShape.Integer, FAIL)
                                            .setCoercion(CoercionInputShape.Float, FAIL)
                                            .setCoercion(CoercionInputShape.Boolean, FAIL))
                    .build();

    private static final Map<Class<?>, String> WANTED =
            Map.ofEntries(
                    entry(String.class, "text"),
                    entry(Boolean.class, "true or false"),
                    entry(boolean.class, "true or false"),
                    entry(Integer.class, WHOLE_NUMBER),
                    entry(int.class, WHOLE_NUMBER),
                    entry(Long.class, WHOLE_NUMBER),
                    entry(long.class, WHOLE_NUMBER),
                    entry(Double.class, "a number"),
                    entry(double.class, "a number"),
                    entry(BigDecimal.class, "a number"),
                    entry(UUID.class, "an id"),
                    entry(Instant.class, "a time such as 2026-01-31T00:00:00Z"),
                    entry(LocalDate.class, "a date such as 2026-01-31"));

    private Json() {}

    /** {@code firstName} as {@code first_name}. */
    static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException malformed) {
            throw Fault.of(FaultCode.MALFORMED_JSON, "the body is not valid JSON").asException();
        } catch (ArithmeticException | NumberFormatException tooLarge) {
            throw Fault.of(FaultCode.INVALID_VALUE, "the body has a number that is out of range")
                    .asException();
        }
    }

    static <T extends Record> T read(byte[] json, Class<T> type) {
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.put(snakeCase(component.getName()), component);
        }
        ObjectNode object = readObject(json, components.keySet());
        components.forEach((name, component) -> {
            if (required(component) && (!object.has(name) || object.get(name).isNull())) {
                throw Fault.of(FaultCode.MISSING_VALUE, name + " is missing", name).asException();
            }
        });
        try {
            T read = MAPPER.treeToValue(object, type);
            Whole.require(read);
            return read;
        } catch (JacksonException wrongType) {
            throw wrongValue(wrongType).asException();
        } catch (ArithmeticException | NumberFormatException tooLarge) {
            throw Fault.of(FaultCode.INVALID_VALUE, "the body has a number that is out of range")
                    .asException();
        }
    }

    static ObjectNode readAnyObject(byte[] json) {
        if (!(tree(json) instanceof ObjectNode object)) {
            throw Fault.of(FaultCode.INVALID_VALUE, "the body must be a JSON object").asException();
        }
        return object;
    }

    static ObjectNode readObject(byte[] json, Set<String> knownFields) {
        ObjectNode object = readAnyObject(json);
        for (String name : object.propertyNames()) {
            if (!knownFields.contains(name)) {
                throw Fault.of(
                                FaultCode.UNKNOWN_FIELD,
                                "the body has a field that is not known here",
                                shortened(name))
                        .asException();
            }
        }
        return object;
    }

    private static boolean required(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Fault wrongValue(JacksonException failure) {
        // A number that no type of ours holds is JSON all the same.
        if (failure instanceof StreamReadException
                && !(failure instanceof InputCoercionException)) {
            return Fault.of(FaultCode.MALFORMED_JSON, "the body is not valid JSON");
        }
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        String field = shortened(path.toString());
        if (failure instanceof UnrecognizedPropertyException) {
            return Fault.of(
                    FaultCode.UNKNOWN_FIELD, "the body has a field that is not known here", field);
        }
        String wanted =
                switch (failure) {
                    case MismatchedInputException mismatched -> wanted(mismatched.getTargetType());
                    case InputCoercionException tooLarge -> wanted(tooLarge.getTargetType());
                    default -> OTHER;
                };
        return Fault.of(FaultCode.INVALID_VALUE, "this must be " + wanted, field);
    }

    /** In words of JSON; what is not known here is told by its absence. */
    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return OTHER;
        }
        if (type.isEnum()) {
            return "one of "
                    + Stream.of(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            return "an object";
        }
        return WANTED.getOrDefault(type, OTHER);
    }

    static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100);
    }
}
