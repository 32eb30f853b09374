package dev.avow.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.admit.Whereabouts;
import dev.avow.ask.Endpoint;
import dev.avow.ask.ProviderKey;
import dev.avow.prove.Actor;
import dev.avow.prove.NotedAudit;
import dev.avow.sealing.UnsealAccess;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Destination;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Itinerary;
import dev.avow.words.Region;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** B8: a tenant brings its own providers; their keys are sealed and opened for the call alone. */
final class RegistryTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final String KEY = "sk-fictitious-0123456789";

    private final TestDatabase database = TestDatabase.fresh();
    private final Speaker speaker = new Speaker();
    private final NotedAudit audit = new NotedAudit();
    private final Registry registry = registry();
    private final ProviderStore store =
            new ProviderStore(
                    database.tenancy(),
                    database.keyring(),
                    audit,
                    registry,
                    Map.of("openai", "", "mistral", "https://api.mistral.ai/v1"),
                    InstantSource.system());
    private final Actor actor = Actor.operator(TENANT);

    private Registry registry() {
        return new Registry(
                database.tenancy(),
                database.keyring(),
                List.of(speaker),
                new RegionRule(Region.EU, List.of()),
                null,
                InstantSource.system());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private StoredProvider add(String name, String host, String... models) {
        if (models.length > 0) {
            speaker.offers.put(host, List.of(models));
        }
        return store.create(
                actor, new ProviderDraft(name, "openai", "https://" + host + "/v1", KEY));
    }

    @Test
    void find_noProviderAtAll_isEmptyButForTheMirror() {
        assertThat(found(registry, TENANT, "gpt-5")).isEmpty();
        assertThat(found(registry, TENANT, "avow/other")).isEmpty();
        Destination mirror =
                registry.recall(TENANT, "avow/mirror").map(Itinerary::first).orElseThrow();
        assertThat(mirror.platformId()).isEqualTo("avow");
        assertThat(mirror.model()).isEqualTo("mirror");
        assertThat(registry.of(mirror).map(Endpoint::kind)).contains("mirror");
        assertThat(registry.models(TENANT)).containsExactly("avow/mirror");
    }

    @Test
    void find_providerNamed_goesThereWithTheRest() {
        add("first", "first.example", "a");
        add("second", "second.example", "b");

        assertGoes("second/meta-llama/Llama-3", "second", "meta-llama/Llama-3");
        assertGoes("second/unheard-of", "second", "unheard-of");
        assertThat(found(registry, TENANT, "second/")).isEmpty();
    }

    /** T7: a later word on where a host of Vertex AI is was once not held against its name. */
    @Test
    void place_thatIsNotTheHosts_isRefusedAsWhenItIsAdded() {
        StoredProvider iowa = add("iowa", "us-central1-aiplatform.googleapis.com");

        FaultException refused =
                catchThrowableOfType(
                        FaultException.class,
                        () ->
                                store.place(
                                        actor, iowa.id(), _ -> new ProviderPlace(Region.EU, null)));
        assertThat(refused.fault().fieldOrNull()).isEqualTo("region");
        assertThat(store.all(TENANT).getFirst().region()).isNull();

        StoredProvider placed =
                store.place(actor, iowa.id(), _ -> new ProviderPlace(Region.US, "dpa-7"));
        assertThat(placed.region()).isEqualTo(Region.US);
    }

    @Test
    void find_plainName_goesToWhoOffersItElseToTheFirstAdded() {
        add("first", "first.example", "a", "meta-llama/Llama-3");
        add("second", "second.example", "b", "a");

        assertGoes("a", "first", "a");
        assertGoes("b", "second", "b");
        assertGoes("meta-llama/Llama-3", "first", "meta-llama/Llama-3");
        assertGoes("unheard-of", "first", "unheard-of");
        assertThat(registry.recall(TENANT, "b").map(Itinerary::first).map(Destination::platformId))
                .contains("second");
    }

    @Test
    void find_oneProviderOnly_asksNobodyWhatItOffers() {
        add("only", "silent.example");

        assertGoes("anything", "only", "anything");
        assertThat(speaker.asked).hasValue(0);
    }

    @Test
    void find_nameOfAProviderThatIsGone_doesNotGoElsewhere() {
        StoredProvider local = add("local", "local.example", "llama");
        add("first", "first.example", "a", "meta-llama/Llama-3");
        assertGoes("local/llama", "local", "llama");

        store.delete(actor, local.id());

        assertThat(found(registry, TENANT, "local/llama")).isEmpty();
        assertThat(registry.recall(TENANT, "local/llama").map(Itinerary::first)).isEmpty();
        assertGoes("meta-llama/Llama-3", "first", "meta-llama/Llama-3");
        assertGoes("unheard-of", "first", "unheard-of");
    }

    @Test
    void find_slashedNameWhereAProviderSaysNothing_goesToTheFirstAdded() {
        add("only", "silent.example");

        assertGoes("meta-llama/Llama-3", "only", "meta-llama/Llama-3");
    }

    @Test
    void find_silentProvider_delaysOnceByTwoSeconds() {
        add("first", "silent.example");
        add("second", "second.example", "b");

        assertThat(registry.recall(TENANT, "b").map(Itinerary::first)).isEmpty();
        long start = System.nanoTime();
        assertGoes("b", "second", "b");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(registry.recall(TENANT, "b").map(Itinerary::first).map(Destination::platformId))
                .contains("second");
        assertThat(speaker.asked).hasValue(2);
    }

    @Test
    void models_silentProvider_isLeftOut() {
        add("first", "silent.example");
        add("second", "second.example", "b", "a");

        assertThat(registry.models(TENANT)).containsExactly("avow/mirror", "second/a", "second/b");
    }

    @Test
    void delete_aProvider_isNeitherFoundNorReached() {
        StoredProvider first = add("first", "first.example", "a");
        Destination before = found(registry, TENANT, "first/a").orElseThrow();
        assertThat(registry.of(before)).isPresent();

        store.delete(actor, first.id());

        assertThat(registry.of(before)).isEmpty();
        assertThat(found(registry, TENANT, "first/a")).isEmpty();
        assertThat(audit.entries.getLast().action()).isEqualTo("provider_removed");
        assertThat(store.all(TENANT)).isEmpty();
    }

    @Test
    void forget_anotherNodeAdded_isSeenAndWhatIsUnderWayGoesOn() {
        add("first", "first.example", "a");
        Registry otherNode = registry();
        Destination underWay = found(otherNode, TENANT, "first/a").orElseThrow();
        add("second", "second.example", "b");

        otherNode.forget();

        assertThat(otherNode.of(underWay)).isPresent();
        assertThat(found(otherNode, TENANT, "second/b")).isPresent();
    }

    @Test
    void find_anotherTenant_seesNothing() {
        add("first", "first.example", "a");
        TenantId other = database.newTenant("other");

        assertThat(found(registry, other, "first/a")).isEmpty();
        assertThat(store.all(other)).isEmpty();
    }

    @Test
    void create_withAKey_keepsItSealedAndOpensItForTheCall() throws Exception {
        StoredProvider made = add("first", "first.example", "a");

        Destination destination = found(registry, TENANT, "first/a").orElseThrow();
        Optional<ProviderKey> key = registry.of(destination).orElseThrow().key();
        assertThat(key.orElseThrow().plaintext(UnsealAccess.granted())).isEqualTo(KEY);
        assertThat(key.toString() + made + audit.entries.getFirst().after()).doesNotContain(KEY);
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SELECT key_sealed FROM provider_keys")) {
            assertThat(row.next()).isTrue();
            assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                    .doesNotContain(KEY);
        }
    }

    @Test
    void plaintext_keyMovedToAnotherRow_doesNotOpen() throws Exception {
        add("first", "first.example", "a");
        add("second", "second.example", "a");
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate(
                    """
                    UPDATE provider_keys SET key_sealed =
                        (SELECT key_sealed FROM provider_keys WHERE name = 'first')
                    WHERE name = 'second'
                    """);
        }
        registry.forget();

        Destination moved = found(registry, TENANT, "second/a").orElseThrow();
        ProviderKey key = registry.of(moved).orElseThrow().key().orElseThrow();
        assertThatThrownBy(() -> key.plaintext(UnsealAccess.granted()))
                .hasMessageContaining("does not open");
        assertThat(store.all(TENANT))
                .extracting(each -> each.keys().getFirst().key().opens())
                .containsExactly(true, false);
    }

    @Test
    void create_kindWithAUrlOfItsOwn_hasItWhereNoneIsGiven() {
        assertThat(store.create(actor, new ProviderDraft("a", "mistral", null, null)).base())
                .hasToString("https://api.mistral.ai/v1");
        assertThat(
                        store.create(
                                        actor,
                                        new ProviderDraft(
                                                "b", "mistral", "https://eu.example/v1", null))
                                .base())
                .hasToString("https://eu.example/v1");
    }

    @Test
    void create_badValue_namesTheField() {
        String url = "https://api.example/v1";
        refused("name", new ProviderDraft("-no", "openai", url, null));
        refused("name", new ProviderDraft("a/b", "openai", url, null));
        refused("name", new ProviderDraft("Avow", "openai", url, null));
        refused("kind", new ProviderDraft("p", "mirror", url, null));
        refused("base_url", new ProviderDraft("p", "openai", null, null));
        refused("base_url", new ProviderDraft("p", "openai", "api.example/v1", null));
        refused("base_url", new ProviderDraft("p", "openai", "ftp://api.example", null));
        refused("base_url", new ProviderDraft("p", "openai", "https:///v1", null));
        refused("base_url", new ProviderDraft("p", "openai", "https://u:p@api.example", null));
        refused("base_url", new ProviderDraft("p", "openai", url + "?a=b", null));
        refused("base_url", new ProviderDraft("p", "openai", url + "#a", null));
        refused("base_url", new ProviderDraft("p", "openai", "https://a b", null));
        refused("key", new ProviderDraft("p", "openai", url, ""));
        refused("key", new ProviderDraft("p", "openai", url, "two words"));
        refused("key", new ProviderDraft("p", "openai", url, "k".repeat(4_097)));
        assertThat(store.all(TENANT)).isEmpty();
    }

    @Test
    void create_nameTaken_isAConflict() {
        add("first", "first.example");

        assertThat(fault(new ProviderDraft("first", "openai", "http://x.example/", null)).code())
                .isEqualTo(FaultCode.CONFLICT);
    }

    @Test
    void create_slashAtTheEnd_isKeptWithoutIt() {
        StoredProvider made =
                store.create(
                        actor,
                        new ProviderDraft("p", "openai", "http://127.0.0.1:11434/v1/", null));

        assertThat(store.all(TENANT).getFirst().base()).hasToString("http://127.0.0.1:11434/v1");
        assertThat(made.keys()).isEmpty();
    }

    private void refused(String field, ProviderDraft draft) {
        assertThat(fault(draft).code()).isEqualTo(FaultCode.INVALID_VALUE);
        assertThat(fault(draft).fieldOrNull()).isEqualTo(field);
    }

    private dev.avow.words.Fault fault(ProviderDraft draft) {
        @Nullable FaultException thrown =
                catchThrowableOfType(FaultException.class, () -> store.create(actor, draft));
        assertThat(thrown).isNotNull();
        return java.util.Objects.requireNonNull(thrown).fault();
    }

    /** Where the first try goes. */
    private static Optional<Destination> found(Registry registry, TenantId tenant, String model) {
        return switch (registry.find(tenant, model)) {
            case Whereabouts.Known known -> Optional.of(known.itinerary().first());
            case Whereabouts.Nowhere _ -> Optional.empty();
        };
    }

    private void assertGoes(String model, String platform, String asKnownThere) {
        Destination destination = found(registry, TENANT, model).orElseThrow();
        assertThat(destination.platformId()).isEqualTo(platform);
        assertThat(destination.model()).isEqualTo(asKnownThere);
        assertThat(destination.host())
                .isEqualTo(platform.equals("only") ? "silent.example" : platform + ".example");
    }
}
