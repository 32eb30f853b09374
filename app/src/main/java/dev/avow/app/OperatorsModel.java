package dev.avow.app;

import dev.avow.registry.DefaultModel;
import dev.avow.registry.ProviderDraft;
import dev.avow.settings.BadSetting;
import dev.avow.settings.DefaultModelSettings;
import dev.avow.words.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the settings of the model for tenants without a provider (promise B10). */
final class OperatorsModel {

    private OperatorsModel() {}

    /**
     * Null where there is none.
     *
     * @param kinds the kinds that there are, each with its own base URL
     * @throws BadSetting naming the setting that will not do
     */
    static @Nullable DefaultModel of(DefaultModelSettings settings, Map<String, String> kinds) {
        String model = settings.name().orElse(null);
        if (model == null) {
            return null;
        }
        Path file = settings.keyFile().orElse(null);
        ProviderDraft draft =
                new ProviderDraft(
                        "default",
                        settings.kind(),
                        settings.url().orElse(null),
                        file == null ? null : plaintextKey(file),
                        settings.region().orElse(null),
                        null);
        try {
            return DefaultModel.of(draft, model, kinds);
        } catch (FaultException wrong) {
            String field = wrong.fault().field().orElse("");
            throw new BadSetting(
                    "AVOW_DEFAULT_MODEL_" + setting(field) + ": " + wrong.fault().message());
        }
    }

    private static String setting(String field) {
        return switch (field) {
            case "base_url" -> "URL";
            case "key" -> "KEY_FILE";
            default -> field.toUpperCase(Locale.ROOT);
        };
    }

    private static String plaintextKey(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new BadSetting(
                    "the file that AVOW_DEFAULT_MODEL_KEY_FILE names cannot be read; check that it"
                            + " is there and readable");
        }
    }
}
