package dev.avow.settings;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Who witnesses the audit logs, outside of this installation. Immutable. */
public final class WitnessSettings {

    private final SettingsReader reader;

    WitnessSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /**
     * A witness.
     *
     * @param url its submission prefix, ended by a slash
     * @param key its verifier key as it was set; not yet looked at
     */
    public record Place(URI url, String key) {}

    /**
     * All of them; empty for none.
     *
     * @throws BadSetting where one is no address and key, or is reached without TLS
     */
    public List<Place> all() {
        List<Place> all = new ArrayList<>();
        for (String each : reader.text(Setting.AUDIT_WITNESSES).split(",", -1)) {
            String[] parts = each.strip().split("\\s+", -1);
            if (parts.length == 2) {
                all.add(new Place(url(parts[0]), parts[1]));
            } else if (!each.isBlank()) {
                throw bad();
            }
        }
        return List.copyOf(all);
    }

    private static URI url(String text) {
        return SafeUrl.parse(text.endsWith("/") ? text : text + "/")
                .orElseThrow(WitnessSettings::bad);
    }

    private static BadSetting bad() {
        return new BadSetting(
                "AVOW_AUDIT_WITNESSES must be pairs of an address and a verifier key, parted by"
                        + " commas, like https://witness.example NAME+HASH+KEY; http:// is for this"
                        + " machine alone");
    }

    /** With a witness that says nothing. */
    public Duration patience() {
        return reader.millis(Setting.AUDIT_WITNESS_TIMEOUT_MS);
    }

    /** The longest pause before a witness that failed is asked again. */
    public Duration maxBackoff() {
        return reader.millis(Setting.AUDIT_WITNESS_MAX_BACKOFF_MS);
    }
}
