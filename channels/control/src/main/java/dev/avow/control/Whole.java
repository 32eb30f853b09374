package dev.avow.control;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sees that a body holds, at every depth, what its records say is never null; the parser does not
 * ask.
 */
final class Whole {

    private Whole() {}

    /** Refuses by name what is missing. */
    static void require(Record body) {
        require(body, "");
    }

    private static void require(Record body, String path) {
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            String name = Json.snakeCase(component.getName());
            require(
                    value(body, component),
                    component.getAnnotatedType(),
                    path.isEmpty() ? name : path + "." + name);
        }
    }

    private static void require(@Nullable Object value, AnnotatedType type, String path) {
        if (value == null) {
            if (!type.isAnnotationPresent(Nullable.class)) {
                String field = Json.shortened(path);
                throw Fault.of(FaultCode.MISSING_VALUE, field + " is missing", field).asException();
            }
        } else if (value instanceof Record inner) {
            require(inner, path);
        } else if (value instanceof List<?> list
                && type instanceof AnnotatedParameterizedType parameterized) {
            AnnotatedType each = parameterized.getAnnotatedActualTypeArguments()[0];
            for (int i = 0; i < list.size(); i++) {
                require(list.get(i), each, path + "[" + i + "]");
            }
        }
    }

    private static @Nullable Object value(Record body, RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true); // bodies are private to those who read them
        try {
            return accessor.invoke(body);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
