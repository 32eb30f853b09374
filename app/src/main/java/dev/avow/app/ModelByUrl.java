package dev.avow.app;

import dev.avow.engines.completions.CompletionOptions;
import dev.avow.settings.BadSetting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and checks where a model of one's own is. What cannot work stops the start. */
final class ModelByUrl {

    private ModelByUrl() {}

    /**
     * Empty where none is set.
     *
     * @param prefix of the settings' names, such as {@code AVOW_GUARD}
     */
    static Optional<CompletionOptions> of(
            String prefix,
            Optional<String> url,
            Optional<String> model,
            Optional<Path> keyFile,
            Duration timeout) {
        if (url.isEmpty() != model.isEmpty()) {
            throw new BadSetting(
                    prefix + "_URL and " + prefix + "_MODEL go together; set both or none");
        }
        if (url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new CompletionOptions(
                        base(prefix, url.get()),
                        model.orElseThrow(),
                        key(prefix, keyFile),
                        timeout));
    }

    private static URI base(String prefix, String url) {
        try {
            URI base = URI.create(url);
            if (base.getHost() != null
                    && ("http".equals(base.getScheme()) || "https".equals(base.getScheme()))
                    && base.getRawUserInfo() == null
                    && base.getRawQuery() == null
                    && base.getRawFragment() == null) {
                return base;
            }
        } catch (IllegalArgumentException noUrl) {
            // Told below.
        }
        throw new BadSetting(prefix + "_URL must be like https://HOST[:PORT]/v1");
    }

    private static @Nullable String key(String prefix, Optional<Path> file) {
        if (file.isEmpty()) {
            return null;
        }
        try {
            return Files.readString(file.get()).strip();
        } catch (IOException unreadable) {
            throw new BadSetting(prefix + "_KEY_FILE cannot be read: " + file.get());
        }
    }
}
