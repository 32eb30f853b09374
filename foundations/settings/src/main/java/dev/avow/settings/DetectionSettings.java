package dev.avow.settings;

/** How many recognizers and lists a tenant may have. Immutable. */
public final class DetectionSettings {

    private final SettingsReader reader;

    DetectionSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** Custom recognizers of one tenant, at most. */
    public int maxRecognizers() {
        return reader.number(Setting.DETECTION_MAX_RECOGNIZERS);
    }

    /** Allow and deny lists of one tenant, at most. */
    public int maxLists() {
        return reader.number(Setting.DETECTION_MAX_LISTS);
    }

    /** Patterns of one tenant's recognizers and lists together, at most. */
    public int maxPatterns() {
        return reader.number(Setting.DETECTION_MAX_PATTERNS);
    }

    /** Length of one such pattern, in UTF-16 code units, at most. */
    public int maxPatternLength() {
        return reader.number(Setting.DETECTION_MAX_PATTERN_LENGTH);
    }

    /** Words and values of one tenant's recognizers and lists together, at most. */
    public int maxWords() {
        return reader.number(Setting.DETECTION_MAX_WORDS);
    }
}
