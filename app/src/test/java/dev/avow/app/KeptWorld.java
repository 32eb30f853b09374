package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.settings.Settings;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An Avow that keeps interactions for 60 days and archives them after 20, and a model of what it
 * must hold: who lives, whom a hold covers, and which rows of what age were recorded of them.
 */
final class KeptWorld implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** Far from every limit, so that no minute of the test matters. */
    private static final List<Integer> AGES = List.of(5, 30, 45, 70, 100);

    private static final int ARCHIVED_AFTER = 20;
    private static final int KEPT_FOR = 60;
    private static final int ROWS_OF_AN_AGE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String ROWS =
            """
            INSERT INTO interactions (tenant_id, id, user_id, occurred_at, channel, platform_id, model,
                prompt_hash, content_length, classifications, policy_action, risk_score, status)
            SELECT avow_tenant(), gen_random_uuid(), CAST(:person AS uuid),
                now() - make_interval(days => age, mins => n), 'api', 'p',
                :tag || '/' || age || '/' || n, 'h', 1, '[]', 'Log', 0, 'completed'
            FROM unnest(string_to_array(:ages, ',')::int[]) age, generate_series(1, :rows) n
            """;

    /** What was recorded at once of one person, or of nobody. */
    private record Bunch(int number, @Nullable UUID person) {

        Set<String> models(Collection<Integer> ages) {
            Set<String> models = new HashSet<>();
            for (int age : ages) {
                for (int n = 1; n <= ROWS_OF_AN_AGE; n++) {
                    models.add(tag() + "/" + age + "/" + n);
                }
            }
            return models;
        }

        String tag() {
            return number + "/" + person;
        }
    }

    /** What a backup holds. */
    private record Snapshot(Set<UUID> people, List<Bunch> bunches) {}

    private final TempHome home;
    private final String admin;
    private final Map<String, String> settings;
    private final Set<UUID> held = new HashSet<>();
    private final Set<UUID> erased = new HashSet<>();
    private Set<UUID> people = new HashSet<>();
    private List<Bunch> bunches = new ArrayList<>();
    private @Nullable Snapshot backup;
    private @Nullable AvowProcess server;
    private int number;

    private KeptWorld(TempHome home, String admin) {
        this.home = home;
        this.admin = admin;
        this.settings =
                Map.of(
                        "AVOW_INTERACTION_RETENTION", String.valueOf(KEPT_FOR),
                        "AVOW_INTERACTION_ARCHIVE_ENABLED", "true",
                        "AVOW_INTERACTION_ARCHIVE_AFTER_DAYS", String.valueOf(ARCHIVED_AFTER),
                        "AVOW_INTERACTION_ARCHIVE_LOCATION",
                                home.path().resolveSibling("archive").toString(),
                        "AVOW_RETENTION_EVERY", "1",
                        "AVOW_RETENTION_BATCH_ROWS", "20",
                        "AVOW_ERASURE_BATCH_ROWS", "20",
                        "AVOW_BACKUP_ENABLED", "false");
    }

    static KeptWorld begin(TempHome home) {
        return new KeptWorld(home, home.newKey("admin"));
    }

    /** Starts the server, unless it runs. */
    void serve() {
        if (server == null || !server.isAlive()) {
            server = AvowProcess.serve(home.path(), settings);
        }
    }

    AvowProcess server() {
        return Objects.requireNonNull(server);
    }

    String admin() {
        return admin;
    }

    AvowProcess begin(String... command) {
        return AvowProcess.begin(home.path(), settings, command);
    }

    void newPerson(String name, boolean holdThem) {
        String email = name + "@example.org";
        JsonNode key =
                Http.post(
                                server().url() + "/api/v1/api-keys",
                                admin,
                                "{\"name\":\"k\",\"user_email\":\"" + email + "\"}")
                        .json();
        UUID id = UUID.fromString(key.path("user_id").asString());
        people.add(id);
        if (holdThem) {
            held.add(id);
            Http.Answer hold =
                    Http.post(
                            server().url() + "/api/v1/legal-holds",
                            admin,
                            "{\"name\":\"h\",\"reason\":\"r\",\"user_ids\":[\"" + id + "\"]}");
            assertThat(hold.status()).as(hold.body()).isEqualTo(201);
        }
    }

    List<UUID> peopleWhoAreNotHeld() {
        return people.stream().filter(each -> !held.contains(each)).sorted().toList();
    }

    /** Records rows of every age of everybody, and of nobody. */
    void newRows() {
        List<Bunch> more = new ArrayList<>();
        int now = number++;
        people.forEach(each -> more.add(new Bunch(now, each)));
        more.add(new Bunch(now, null));
        Settings here = home.settings();
        try (Storage storage = Storage.forCommand(here)) {
            for (Bunch each : more) {
                storage.tenancy()
                        .within(
                                TenantId.DEFAULT,
                                handle ->
                                        handle.createUpdate(ROWS)
                                                .bindByType("person", each.person(), UUID.class)
                                                .bind("tag", each.tag())
                                                .bind(
                                                        "ages",
                                                        String.join(
                                                                ",",
                                                                AGES.stream()
                                                                        .map(String::valueOf)
                                                                        .toList()))
                                                .bind("rows", ROWS_OF_AN_AGE)
                                                .execute());
                bunches.add(each);
            }
        }
    }

    /** Whoever's erasure was taken is erased; whose was not lives on. */
    void sawErasureOf(UUID who) {
        for (JsonNode each : items("/api/v1/erasures?limit=200")) {
            if (each.path("subject_id").asString().equals(who.toString())) {
                erased.add(who);
                people.remove(who);
            }
        }
    }

    /** Makes a whole backup; returns where it is. */
    String backup() {
        String out = AvowHere.run(home.path(), settings, "backup").line();
        backup = new Snapshot(Set.copyOf(people), List.copyOf(bunches));
        return out.lines().toList().getLast();
    }

    /** After a restore that was cut off: all is as it was, or all is as in the backup. */
    void sawWhetherRestored() {
        Bunch newest = bunches.getLast();
        if (!inTable().containsAll(newest.models(List.of(AGES.getFirst())))) {
            Snapshot before = Objects.requireNonNull(backup);
            people = new HashSet<>(before.people());
            people.removeAll(erased);
            bunches = new ArrayList<>(before.bunches());
        }
    }

    /** Waits until what is there is what must be. */
    void check(String when) {
        Set<String> table = new TreeSet<>();
        Set<String> archive = new TreeSet<>();
        for (Bunch each : bunches) {
            UUID person = each.person();
            if (person != null && erased.contains(person)) {
                continue;
            }
            if (person != null && held.contains(person)) {
                table.addAll(each.models(AGES));
            } else {
                table.addAll(each.models(ages(0, ARCHIVED_AFTER)));
                archive.addAll(each.models(ages(ARCHIVED_AFTER, KEPT_FOR)));
            }
        }
        try {
            Eventually.holds(
                    "all is where it must be",
                    () -> table.equals(inTable()) && archive.equals(inArchive()) && allErased(),
                    PATIENCE);
        } catch (AssertionError never) {
            assertThat(inTable()).as("table, %s", when).isEqualTo(table);
            assertThat(inArchive()).as("archive, %s", when).isEqualTo(archive);
            assertThat(allErased()).as("erasures, %s", when).isTrue();
            throw never;
        }
    }

    private static List<Integer> ages(int from, int to) {
        return AGES.stream().filter(each -> each > from && each < to).toList();
    }

    private boolean allErased() {
        return items("/api/v1/erasures?limit=200").stream()
                .allMatch(each -> each.path("state").asString().equals("complete"));
    }

    private Set<String> inTable() {
        Set<String> models = new TreeSet<>();
        for (JsonNode each : items("/api/v1/interactions?limit=200")) {
            assertThat(models.add(each.path("model").asString())).as("no row twice").isTrue();
        }
        return models;
    }

    private Set<String> inArchive() {
        Set<String> models = new TreeSet<>();
        Instant now = Instant.now();
        String span = "?from=%s&to=%s".formatted(now.minus(400, ChronoUnit.DAYS), now);
        Http.Answer read = Http.get(server().url() + "/api/v1/archives/interactions" + span, admin);
        assertThat(read.status()).as(read.body()).isEqualTo(200);
        boolean whole = false;
        for (String line : read.body().lines().toList()) {
            JsonNode each = JSON.readTree(line);
            whole = each.path("complete").asBoolean(false);
            if (!whole) {
                assertThat(models.add(each.path("model").asString())).as("no row twice").isTrue();
            }
        }
        assertThat(whole).as("the archive was read to its end").isTrue();
        return models;
    }

    private List<JsonNode> items(String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = Http.get(server().url() + path + cursor, admin).json();
            page.path("items").forEach(all::add);
            JsonNode next = page.path("next_cursor");
            cursor = next.isString() ? "&cursor=" + next.stringValue() : "";
        } while (!cursor.isEmpty());
        return all;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
