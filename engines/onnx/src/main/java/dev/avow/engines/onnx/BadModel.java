package dev.avow.engines.onnx;

/** A model that cannot be used. The message is one line that says why and what to do. */
public final class BadModel extends Exception {

    private static final long serialVersionUID = 1L;

    BadModel(String message) {
        super(message);
    }
}
