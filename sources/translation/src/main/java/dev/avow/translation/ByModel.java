package dev.avow.translation;

import dev.avow.wire.Translated;
import dev.avow.wire.Translation;

/**
 * One of two translations, for a provider that is asked for one family of models by another API
 * than for the rest. Safe for any thread.
 */
public final class ByModel implements Translation {

    private final String prefix;
    private final Translation family;
    private final Translation others;

    /**
     * @param prefix of the names of the family's models
     */
    public ByModel(String prefix, Translation family, Translation others) {
        this.prefix = prefix;
        this.family = family;
        this.others = others;
    }

    @Override
    public Translated of(byte[] body) {
        boolean ofFamily = Faults.request(body).get("model").text().startsWith(prefix);
        return (ofFamily ? family : others).of(body);
    }
}
