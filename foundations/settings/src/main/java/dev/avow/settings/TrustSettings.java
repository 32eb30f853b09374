package dev.avow.settings;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the public data-handling page says. Immutable. */
public final class TrustSettings {

    private final SettingsReader reader;

    TrustSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** Whether {@code /trust} answers at all. */
    public boolean enabled() {
        return reader.flag(Setting.TRUST_ENABLED);
    }

    /** The parts that it leaves out, as they were set. */
    public Set<String> hidden() {
        Set<String> parts = new LinkedHashSet<>();
        for (String each : reader.text(Setting.TRUST_HIDE).split(",", -1)) {
            if (!each.isBlank()) {
                parts.add(each.strip().toLowerCase(Locale.ROOT));
            }
        }
        return parts;
    }

    /** Which receivers it names: {@code known}, {@code all} or {@code none}. */
    public String receivers() {
        return reader.text(Setting.TRUST_RECEIVERS);
    }

    /**
     * Where this project's pages can be read, without a slash at its end; empty where it is not
     * said.
     *
     * @throws BadSetting where it is no address
     */
    public Optional<String> docsUrl() {
        return reader.optional(Setting.TRUST_DOCS_URL)
                .map(text ->
                        SafeUrl.parse(text)
                                .map(URI::toString)
                                .map(url -> url.replaceAll("/+$", ""))
                                .orElseThrow(() ->
                                        new BadSetting(
                                                "AVOW_TRUST_DOCS_URL must be like"
                                                        + " https://docs.example.org/avow; http://"
                                                        + " is for this machine alone")));
    }

    /** How old what it says may be. */
    public Duration refresh() {
        return Duration.ofSeconds(reader.number(Setting.TRUST_REFRESH_SECONDS));
    }

    /** How many days ahead a material change is announced, at least. */
    public int noticeDays() {
        return reader.number(Setting.TRUST_NOTICE_DAYS);
    }
}
