package dev.avow.consents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a person said so. */
public enum ConsentMethod {
    CONSOLE,
    API,
    WEB_FORM,
    EMAIL,
    PAPER,
    SPOKEN,
    OTHER;

    /** As the API and the database name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The method of this name; empty where there is none. */
    public static Optional<ConsentMethod> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
