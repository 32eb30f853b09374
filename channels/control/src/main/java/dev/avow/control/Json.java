package dev.avow.control;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/** Reads bodies strictly and writes answers. What a parser says is never passed on: it quotes. */
final class Json {

    private static final CoercionAction FAIL = CoercionAction.Fail;

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
        return Fault.of(
                FaultCode.INVALID_VALUE,
                "a value has the wrong type or is not one of those allowed",
                shortened(path.toString()));
    }

    static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100);
    }
}
