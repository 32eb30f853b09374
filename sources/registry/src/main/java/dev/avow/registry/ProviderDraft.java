package dev.avow.registry;

import org.jspecify.annotations.Nullable;

/**
 * A provider as somebody wants to add it. Nothing of it is checked yet; {@link ProviderRules} does.
 *
 * @param name unique in the tenant; the part before the slash in {@code NAME/model}
 * @param kind which {@code Provider} speaks to it, such as {@code openai}
 * @param baseUrl as the provider's official client takes it; null for the kind's own, where it has
 *     one
 * @param plaintextKey null where it wants none
 */
public record ProviderDraft(
        String name, String kind, @Nullable String baseUrl, @Nullable String plaintextKey) {

    /** Prints the kind alone. */
    @Override
    public String toString() {
        return "ProviderDraft of kind " + kind;
    }
}
