package dev.avow.settings;

import java.time.Duration;

/** How answers are read, and how they are held back where policies look at them. Immutable. */
public final class AnswerSettings {

    private final SettingsReader reader;

    AnswerSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** Largest answer, and largest single event of a stream, in bytes. */
    public int maxBytes() {
        return reader.number(Setting.MAX_ANSWER_BYTES);
    }

    /** Characters of one text of an answer that may be held back where policies look at it. */
    public int holdBackChars() {
        return reader.number(Setting.ANSWER_HOLD_BACK_CHARS);
    }

    /** How long words may be held back that are no value so far. */
    public Duration holdBack() {
        return reader.millis(Setting.ANSWER_HOLD_BACK_MS);
    }

    /** Whether an answer ends that policies look at and that could not be looked at as a whole. */
    public boolean refusesUnread() {
        return reader.text(Setting.ANSWER_ON_FAILURE).equals("refuse");
    }
}
