package dev.avow.engines.onnx;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The models that {@code src/test/python/tiny_models.py} made. */
final class Tiny {

    private Tiny() {}

    static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Tiny.class.getResource(name)).toURI());
        } catch (URISyntaxException noFile) {
            throw new AssertionError(noFile);
        }
    }
}
