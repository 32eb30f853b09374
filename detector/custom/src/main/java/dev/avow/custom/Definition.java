package dev.avow.custom;

/** A recognizer or a list, as somebody wrote it. Immutable. It prints its kind and name only. */
public sealed interface Definition permits CustomRecognizer, DetectionList {

    /** Unique among those of its kind. */
    String name();

    /** For people; empty where there is none. */
    String description();

    /** Whether it counts. */
    boolean enabled();
}
