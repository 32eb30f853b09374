package dev.avow.trust;

import java.util.List;

/**
 * What makes a sentence true.
 *
 * @param by the class that enforces it
 * @param promise whose tests carry its id
 * @param page of this project that describes it, such as {@code docs/retention.md}
 * @param settings that change it; empty where none does
 */
public record Control(Class<?> by, String promise, String page, List<String> settings) {

    public Control {
        settings = List.copyOf(settings);
    }

    public static Control of(Class<?> by, String promise, String page, String... settings) {
        return new Control(by, promise, page, List.of(settings));
    }
}
