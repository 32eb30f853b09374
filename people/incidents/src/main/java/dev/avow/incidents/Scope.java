package dev.avow.incidents;

import dev.avow.words.DataClass;
import dev.avow.words.Fault;
import dev.avow.words.GivenText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an incident concerns. An empty list asks nothing; of a list one is enough, and all lists
 * must hold.
 *
 * @param from inclusive; null while nobody knows
 * @param to exclusive; null: it goes on
 * @param dataClasses which kinds of data; empty for interactions alone
 * @param providers who received text, as interactions name them
 * @param hosts who received text, by their host
 * @param regions where they work, as the tenant declared it
 * @param models as their providers know them
 * @param routes the tenant's own names for several models
 * @param apiKeyIds which keys were used
 */
public record Scope(
        @Nullable Instant from,
        @Nullable Instant to,
        List<DataClass> dataClasses,
        List<String> providers,
        List<String> hosts,
        List<String> regions,
        List<String> models,
        List<String> routes,
        List<UUID> apiKeyIds) {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 253;

    /** Nothing is known yet. */
    public static final Scope UNKNOWN =
            new Scope(
                    null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                    List.of());

    public Scope {
        dataClasses = List.copyOf(dataClasses);
        providers = List.copyOf(providers);
        hosts = List.copyOf(hosts);
        regions = List.copyOf(regions);
        models = List.copyOf(models);
        routes = List.copyOf(routes);
        apiKeyIds = List.copyOf(apiKeyIds);
    }

    /** Whether it asks who received the text. */
    boolean asksRecipients() {
        return !providers.isEmpty() || !hosts.isEmpty() || !regions.isEmpty();
    }

    /** Whether it concerns metadata of model use. */
    boolean concernsInteractions() {
        return dataClasses.isEmpty() || dataClasses.contains(DataClass.INTERACTION);
    }

    void check() {
        if (from != null && to != null && !from.isBefore(to)) {
            throw Fault.wrong("to", "to must be later than from");
        }
        names("data_classes", dataClasses.stream().map(DataClass::id).toList());
        names("providers", providers);
        names("hosts", hosts);
        names("regions", regions);
        names("models", models);
        names("routes", routes);
        names("api_key_ids", apiKeyIds.stream().map(UUID::toString).toList());
    }

    private static void names(String field, List<String> names) {
        if (names.size() > MOST) {
            throw Fault.wrong(field, field + " has 100 entries at most");
        }
        names.forEach(name -> GivenText.require(field, name, LONGEST_NAME));
    }
}
