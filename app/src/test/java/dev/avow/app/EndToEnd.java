package dev.avow.app;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an {@link Installation}. It is made when the first test asks, and ended after the
 * last one of the run.
 */
final class EndToEnd implements ParameterResolver {

    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(EndToEnd.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Installation.class);
    }

    @Override
    public Installation resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Attempt.class, _ -> Attempt.start(), Attempt.class)
                .installation();
    }

    /** One attempt at an installation: where it fails, every test fails at once for that reason. */
    private record Attempt(@Nullable Installation made, @Nullable Exception failed)
            implements AutoCloseable {

        static Attempt start() {
            try {
                return new Attempt(Installation.start(), null);
            } catch (Exception failed) {
                return new Attempt(null, failed);
            }
        }

        Installation installation() {
            if (made == null) {
                throw new IllegalStateException("there is no installation to test", failed);
            }
            return made;
        }

        @Override
        public void close() {
            if (made != null) {
                made.close();
            }
        }
    }
}
