package dev.avow.retain;

import java.util.Arrays;
import java.util.Optional;

/** A data-handling profile: which of the five published pages a deployment follows. */
public enum Profile {
    ISOLATED_AGENT("isolated-agent"),
    BOT_BUILDER("bot-builder"),
    CONTACT_CENTRE("contact-centre"),
    ASSISTANT("assistant"),
    GOVERNANCE("governance");

    private final String id;

    Profile(String id) {
        this.id = id;
    }

    /** As settings and the API name it. */
    public String id() {
        return id;
    }

    /** The profile of this name; empty where there is none. */
    public static Optional<Profile> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }
}
