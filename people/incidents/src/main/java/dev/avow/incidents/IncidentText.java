package dev.avow.incidents;

import java.util.Locale;

/** What is written of an incident in free text, each sealed. */
public enum IncidentText {
    TITLE(200),
    /** What happened: GDPR Art. 33(3)(a). */
    NATURE,
    /** Which data: Art. 33(3)(a). */
    DATA_CATEGORIES,
    /** Whose: Art. 33(3)(a). */
    PEOPLE_CATEGORIES,
    /** Whom to ask, such as the data protection officer: Art. 33(3)(b). */
    CONTACT,
    /** What is likely to come of it: Art. 33(3)(c). */
    LIKELY_CONSEQUENCES,
    /** What was done or is proposed: Art. 33(3)(d). */
    MEASURES,
    /** What the people concerned can do themselves (T5). */
    STEPS_FOR_PEOPLE;

    private final int longest;

    IncidentText() {
        this(Limits.LONGEST);
    }

    IncidentText(int longest) {
        this.longest = longest;
    }

    /** As the API names it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In characters. */
    int longest() {
        return longest;
    }

    /** Apart, since constants of an enum are made before its own fields. */
    static final class Limits {

        /** In characters. */
        static final int LONGEST = 4_000;

        private Limits() {}
    }
}
