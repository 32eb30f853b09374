package dev.avow.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.admit.Whereabouts;
import dev.avow.prove.Actor;
import dev.avow.prove.NotedAudit;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Itinerary;
import dev.avow.words.PageRequest;
import dev.avow.words.Region;
import dev.avow.words.TenantId;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteStoreTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Actor ACTOR = Actor.operator(TENANT);

    private final TestDatabase database = TestDatabase.fresh();
    private final NotedAudit audit = new NotedAudit();
    private final Speaker speaker = new Speaker();
    private final Registry registry =
            new Registry(
                    database.tenancy(),
                    database.keyring(),
                    List.of(speaker),
                    new RegionRule(Region.EU, List.of()),
                    null,
                    InstantSource.system(),
                    new Random(3)::nextDouble);
    private final ProviderStore providers =
            new ProviderStore(
                    database.tenancy(),
                    database.keyring(),
                    audit,
                    registry,
                    Set.of("openai"),
                    InstantSource.system());
    private final RouteStore store =
            new RouteStore(
                    database.tenancy(),
                    database.keyring(),
                    audit,
                    registry,
                    3,
                    2,
                    InstantSource.system());

    @BeforeEach
    void twoProviders() {
        for (String name : List.of("one", "two")) {
            providers.create(
                    ACTOR, new ProviderDraft(name, "openai", "https://" + name + ".example", null));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static RouteTarget target(String provider, String model, int priority) {
        return new RouteTarget(provider, model, 1, priority);
    }

    private static RouteDraft fast() {
        return new RouteDraft("fast", List.of(target("two", "b", 2), target("one", "a", 1)), true);
    }

    private Itinerary itinerary(String model) {
        return switch (registry.find(TENANT, model)) {
            case Whereabouts.Known known -> known.itinerary();
            case Whereabouts.Nowhere nowhere -> throw new AssertionError(nowhere.fault().message());
        };
    }

    @Test
    void create_aRoute_leadsToItsTargetsByPriority() {
        store.create(ACTOR, fast());

        Itinerary itinerary = itinerary("fast");
        assertThat(itinerary.alias()).isEqualTo("fast");
        assertThat(itinerary.repeatsInDoubt()).isTrue();
        assertThat(itinerary.stops())
                .extracting(Destination::platformId, Destination::model)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("one", "a"),
                        org.assertj.core.groups.Tuple.tuple("two", "b"));
        assertThat(registry.recall(TENANT, "fast")).isPresent();
        assertThat(registry.models(TENANT)).startsWith("avow/mirror", "fast");
    }

    @Test
    void create_nameOfAModelThatAProviderOffers_decidesBeforeIt() {
        speaker.offers.put("one.example", List.of("fast"));
        speaker.offers.put("two.example", List.of());
        assertThat(itinerary("fast").alias()).isNull();

        store.create(ACTOR, new RouteDraft("fast", List.of(target("two", "b", 1)), false));

        assertThat(itinerary("fast").first().model()).isEqualTo("b");
        assertThat(itinerary("one/fast").first().model()).isEqualTo("fast");
    }

    @Test
    void find_providerOfATargetRemoved_goesToTheOthersAndThenNowhere() {
        store.create(ACTOR, fast());
        List<StoredProvider> there = providers.all(TENANT);

        providers.delete(ACTOR, there.getFirst().id());
        assertThat(itinerary("fast").stops())
                .extracting(Destination::platformId)
                .containsExactly("two");

        providers.delete(ACTOR, there.getLast().id());
        assertThat(registry.find(TENANT, "fast")).isInstanceOf(Whereabouts.Nowhere.class);
    }

    @Test
    void change_oneValue_keepsTheOthersAndIsAudited() {
        StoredRoute made = store.create(ACTOR, fast());

        StoredRoute changed =
                store.change(
                        ACTOR,
                        made.id(),
                        before -> new RouteDraft("slow", before.targets(), false));

        assertThat(changed.targets()).isEqualTo(made.targets());
        assertThat(store.find(TENANT, made.id())).contains(changed);
        assertThat(itinerary("slow").repeatsInDoubt()).isFalse();
        assertThat(audit.entries.getLast().action()).isEqualTo("route_changed");
        store.delete(ACTOR, made.id());
        assertThat(store.page(TENANT, new PageRequest(10, null)).items()).isEmpty();
        assertThat(audit.entries.getLast().action()).isEqualTo("route_deleted");
    }

    @Test
    void create_whatWillNotDo_isRefusedByField() {
        List<RouteTarget> one = List.of(target("one", "a", 1));
        refused("name", new RouteDraft("a/b", one, false));
        refused("name", new RouteDraft("", one, false));
        refused("name", new RouteDraft("two words", one, false));
        refused("targets", new RouteDraft("r", List.of(), false));
        refused(
                "targets",
                new RouteDraft(
                        "r",
                        List.of(
                                target("one", "a", 1),
                                target("one", "b", 1),
                                target("one", "c", 1)),
                        false));
        refused("targets[0].provider", new RouteDraft("r", of(target("gone", "a", 1)), false));
        refused("targets[0].model", new RouteDraft("r", of(target("one", "", 1)), false));
        refused("targets[0].model", new RouteDraft("r", of(target("avow", "x", 1)), false));
        refused("targets[0].priority", new RouteDraft("r", of(target("one", "a", 0)), false));
        refused(
                "targets[0].weight",
                new RouteDraft("r", of(new RouteTarget("one", "a", 0, 1)), false));
        refused(
                "targets[1]",
                new RouteDraft("r", List.of(target("one", "a", 1), target("one", "a", 2)), false));
        assertThat(store.page(TENANT, new PageRequest(10, null)).items()).isEmpty();
    }

    private static List<RouteTarget> of(RouteTarget only) {
        return List.of(only);
    }

    private void refused(String field, RouteDraft draft) {
        assertThat(fault(draft).code()).isEqualTo(FaultCode.INVALID_VALUE);
        assertThat(fault(draft).fieldOrNull()).isEqualTo(field);
    }

    private Fault fault(RouteDraft draft) {
        @Nullable FaultException thrown =
                catchThrowableOfType(FaultException.class, () -> store.create(ACTOR, draft));
        assertThat(thrown).isNotNull();
        return Objects.requireNonNull(thrown).fault();
    }

    @Test
    void create_nameTakenOrTooMany_isAConflict() {
        store.create(ACTOR, fast());
        assertThat(fault(fast()).code()).isEqualTo(FaultCode.CONFLICT);
        for (String name : List.of("a", "b")) {
            store.create(ACTOR, new RouteDraft(name, of(target("one", "a", 1)), false));
        }
        assertThat(fault(new RouteDraft("c", of(target("one", "a", 1)), false)).message())
                .contains("AVOW_ROUTING_MAX_ROUTES");
    }

    @Test
    void find_anotherTenant_seesNoRoute() {
        store.create(ACTOR, fast());
        TenantId other = database.newTenant("other");

        assertThat(registry.find(other, "fast")).isInstanceOf(Whereabouts.Nowhere.class);
        assertThat(store.page(other, new PageRequest(10, null)).items()).isEmpty();
    }
}
