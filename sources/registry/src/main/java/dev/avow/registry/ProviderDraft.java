package dev.avow.registry;

import org.jspecify.annotations.Nullable;

/**
 * A provider as somebody wants to add it. Nothing of it is checked yet; {@link ProviderRules} does.
 *
 * @param name unique in the tenant; the part before the slash in {@code NAME/model}
 * @param kind which {@code Provider} speaks to it, such as {@code openai}
 * @param baseUrl as the provider's official client takes it; null for the kind's own, where it has
 *     one
 * @param plaintextKey null where it wants none; a file of JSON becomes its base64
 * @param region where it processes what it is sent, as {@link dev.avow.words.Region} names it; null
 *     where it is not said
 * @param agreement under which it does: an id or URL; null where it is not said
 */
public record ProviderDraft(
        String name,
        String kind,
        @Nullable String baseUrl,
        @Nullable String plaintextKey,
        @Nullable String region,
        @Nullable String agreement) {

    public ProviderDraft {
        plaintextKey = plaintextKey == null ? null : KeyText.oneLine(plaintextKey);
    }

    /** One that does not say where it is. */
    public ProviderDraft(
            String name, String kind, @Nullable String baseUrl, @Nullable String plaintextKey) {
        this(name, kind, baseUrl, plaintextKey, null, null);
    }

    /** Prints the kind alone. */
    @Override
    public String toString() {
        return "ProviderDraft of kind " + kind;
    }
}
