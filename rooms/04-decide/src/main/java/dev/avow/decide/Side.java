package dev.avow.decide;

import java.util.Locale;
import java.util.Optional;

/** What a policy looks at. */
public enum Side {
    /** Requests, before anything leaves. */
    REQUEST,
    /** Answers, before anything is released. */
    ANSWER,
    /** Each of them by itself. */
    BOTH;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean holdsRequests() {
        return this != ANSWER;
    }

    boolean holdsAnswers() {
        return this != REQUEST;
    }

    /** The side of that id; empty where there is none. */
    public static Optional<Side> of(String id) {
        for (Side side : values()) {
            if (side.id().equals(id)) {
                return Optional.of(side);
            }
        }
        return Optional.empty();
    }
}
