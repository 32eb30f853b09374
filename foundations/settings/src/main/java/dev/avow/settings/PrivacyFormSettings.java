package dev.avow.settings;

import java.time.Duration;

/** The public form for requests about personal data. Immutable. */
public final class PrivacyFormSettings {

    private final SettingsReader reader;

    PrivacyFormSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /**
     * Whether {@code /privacy} answers.
     *
     * @throws BadSetting where no mail server is set, without which no code arrives
     */
    public boolean enabled() {
        boolean enabled = reader.flag(Setting.PRIVACY_FORM_ENABLED);
        if (enabled && !reader.isSet(Setting.MAIL_URL)) {
            throw new BadSetting(
                    "AVOW_PRIVACY_FORM_ENABLED needs AVOW_MAIL_URL, since the form mails a code to"
                            + " who asks");
        }
        return enabled;
    }

    /** After which a request that nobody verified is erased. */
    public Duration unverifiedLife() {
        return Duration.ofDays(reader.number(Setting.PRIVACY_FORM_DAYS));
    }

    /** Forms that one network may send in an hour. */
    public int perNetwork() {
        return reader.number(Setting.PRIVACY_FORM_PER_NETWORK);
    }

    /** Forms that all may send in an hour. */
    public int perHour() {
        return reader.number(Setting.PRIVACY_FORM_PER_HOUR);
    }

    /** Codes that are mailed to one address in a day. */
    public int codesPerDay() {
        return reader.number(Setting.PRIVACY_FORM_CODES_PER_DAY);
    }
}
