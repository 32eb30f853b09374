package dev.avow.engines.presidio;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a Presidio analyzer is and how it is asked.
 *
 * @param base its address without {@code /analyze}
 * @param plaintextKey what it wants to see in the header; null: nothing is sent
 * @param keyHeader where the key goes; behind {@code Bearer} where it is {@code Authorization}
 * @param languages codes of two letters, at least one; each text is looked at in every one
 * @param allEntities whether it is asked for all that it finds rather than for names
 * @param timeout for one call, whatever time a scan has left
 * @param atOnce calls at once, at most; others wait in turn
 */
public record PresidioOptions(
        URI base,
        @Nullable String plaintextKey,
        String keyHeader,
        List<String> languages,
        boolean allEntities,
        Duration timeout,
        int atOnce) {

    public PresidioOptions {
        languages = List.copyOf(languages);
        if (languages.isEmpty() || atOnce < 1 || !timeout.isPositive()) {
            throw new IllegalArgumentException("a language, a time and a call are needed");
        }
    }

    /** Prints no key. */
    @Override
    public String toString() {
        return "PresidioOptions for " + base.getAuthority();
    }
}
