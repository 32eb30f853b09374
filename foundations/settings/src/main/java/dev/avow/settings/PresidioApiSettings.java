package dev.avow.settings;

/** Who may ask {@code /presidio}, and how much at once. Immutable. */
public final class PresidioApiSettings {

    private final SettingsReader reader;

    PresidioApiSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** Whether {@code /presidio} answers programs on the same machine without an API key. */
    public boolean openOnLoopback() {
        return reader.flag(Setting.PRESIDIO_OPEN_ON_LOOPBACK);
    }

    /** Ad-hoc patterns in one request of {@code /presidio}, at most. */
    public int maxPatterns() {
        return reader.number(Setting.PRESIDIO_MAX_PATTERNS);
    }

    /** Length of one such pattern, in UTF-16 code units, at most. */
    public int maxPatternLength() {
        return reader.number(Setting.PRESIDIO_MAX_PATTERN_LENGTH);
    }

    /** Terms of deny lists and allow list in one request of {@code /presidio}, at most. */
    public int maxTerms() {
        return reader.number(Setting.PRESIDIO_MAX_TERMS);
    }

    /** Results in one request or answer of {@code /presidio}, at most. */
    public int maxResults() {
        return reader.number(Setting.PRESIDIO_MAX_RESULTS);
    }
}
