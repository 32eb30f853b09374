package dev.avow.accounts;

import static dev.avow.accounts.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Caller;
import dev.avow.admit.Identity;
import dev.avow.admit.Scope;
import dev.avow.prove.Actor;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiKeysTest {

    private static final Actor OPERATOR = Actor.operator(TenantId.DEFAULT);

    private final Ground ground = new Ground();

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void T2_create_aKey_isKnownAtOnceAndAudited() {
        ApiKeys.Created created = create("robot", null);

        assertThat(created.plaintextKey()).matches("avow_[A-Za-z0-9_-]{43}");
        assertThat(created.apiKey().prefix()).isEqualTo(created.plaintextKey().substring(0, 12));
        Caller caller = known(created.plaintextKey());
        assertThat(caller.apiKeyId()).isEqualTo(created.apiKey().id());
        assertThat(caller.userId()).isNull();
        assertThat(caller.scopes()).containsExactly(Scope.MODELS);
        assertThat(ground.actions()).containsExactly("api_key_created");
    }

    @Test
    void create_forAPerson_makesTheirAccountOnce() {
        UUID first = create("one", Ground.EMAIL).apiKey().userId();
        UUID second = create("two", "ADA.EXAMPLE@example.org").apiKey().userId();

        assertThat(first).isNotNull().isEqualTo(second);
        assertThat(ground.users.find(TenantId.DEFAULT, java.util.Objects.requireNonNull(first)))
                .hasValueSatisfying(user -> assertThat(user.role()).isEqualTo(Role.VIEWER));
        assertThat(ground.actions())
                .containsExactly("api_key_created", "api_key_created", "user_created");
    }

    @Test
    void create_withRules_theCallerHasThem() {
        KeyRules rules =
                new KeyRules(
                        List.of("openai/*", "gpt-5"),
                        ground.now.plusSeconds(60),
                        List.of("team:a"),
                        10,
                        20_000);
        String key =
                ground.apiKeys
                        .create(OPERATOR, "robot", Set.of(Scope.MODELS), null, rules)
                        .plaintextKey();

        assertThat(known(key).limits()).isEqualTo(rules.limits());
        assertThat(ground.apiKeys.page(TenantId.DEFAULT, PageRequest.first()).items())
                .first()
                .satisfies(shown -> assertThat(shown.rules()).isEqualTo(rules));
    }

    @Test
    void identifyApiKey_pastItsTime_isRefusedAlsoWhereItIsRemembered() {
        KeyRules rules = new KeyRules(List.of(), ground.now.plusSeconds(60), List.of(), null, null);
        String key =
                ground.apiKeys
                        .create(OPERATOR, "robot", Set.of(Scope.MODELS), null, rules)
                        .plaintextKey();
        known(key);

        ground.now = ground.now.plusSeconds(60);

        assertThat(ground.callers.recallApiKey(key))
                .hasValueSatisfying(
                        identity -> assertThat(identity).isInstanceOf(Identity.Unknown.class));
        assertThat(code(key)).isEqualTo(FaultCode.API_KEY_EXPIRED);
    }

    @Test
    void T2_change_rulesAndName_holdAtOnceAndAreAudited() {
        ApiKeys.Created created = create("robot", null);
        known(created.plaintextKey());
        KeyRules rules = new KeyRules(List.of("up/m"), null, List.of(), 1, null);

        ground.apiKeys.change(OPERATOR, created.apiKey().id(), _ -> " renamed ", _ -> rules);

        assertThat(known(created.plaintextKey()).limits().allows("up", "other")).isFalse();
        assertThat(ground.apiKeys.find(TenantId.DEFAULT, created.apiKey().id()))
                .hasValueSatisfying(key -> assertThat(key.name()).isEqualTo("renamed"));
        assertThat(ground.actions()).startsWith("api_key_changed");
    }

    @Test
    void change_whatWillNotDo_isRefused() {
        UUID id = create("robot", null).apiKey().id();
        KeyRules past = new KeyRules(List.of(), ground.now, List.of(), null, null);

        assertRefused(
                FaultCode.INVALID_VALUE,
                () -> ground.apiKeys.change(OPERATOR, id, ApiKey::name, _ -> past));
        assertRefused(
                FaultCode.NOT_FOUND,
                () -> ground.apiKeys.change(OPERATOR, Ids.next(), ApiKey::name, ApiKey::rules));
        assertRefused(
                FaultCode.INVALID_VALUE,
                () -> new KeyRules(List.of("a, b"), null, List.of(), null, null));
        assertRefused(
                FaultCode.INVALID_VALUE, () -> new KeyRules(List.of(), null, List.of(), 0, null));
        ground.apiKeys.revoke(OPERATOR, id);
        assertRefused(
                FaultCode.CONFLICT,
                () -> ground.apiKeys.change(OPERATOR, id, ApiKey::name, ApiKey::rules));
    }

    @Test
    void I1_create_forAPersonOfAnotherTenant_isRefused() {
        create("one", Ground.EMAIL);
        Actor other = Actor.operator(ground.database.newTenant("Other"));

        assertRefused(
                FaultCode.CONFLICT,
                () -> ground.apiKeys.create(other, "two", Set.of(Scope.READ), Ground.EMAIL));
    }

    @Test
    void create_theRow_holdsNoKey() throws SQLException {
        String key = create("robot", null).plaintextKey();

        try (Connection owner = ground.database.openAsOwner();
                Statement statement = owner.createStatement();
                var row = statement.executeQuery("SELECT api_keys::text FROM api_keys")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).doesNotContain(key.substring(13));
        }
    }

    @Test
    void recallApiKey_beforeAndAfterTheStoreWasAsked_isEmptyThenKnown() {
        String key = create("robot", null).plaintextKey();

        assertThat(ground.callers.recallApiKey(key)).isEmpty();
        Identity found = ground.callers.identifyApiKey(key);
        assertThat(ground.callers.recallApiKey(key)).contains(found);
    }

    @Test
    void identifyApiKey_nobodysKey_isRefusedAndRememberedForASecond() throws Exception {
        String wrong = "avow_" + "A".repeat(43);

        // On a busy machine the second may be over before memory is asked.
        Optional<Identity> remembered = Optional.empty();
        for (int tries = 0; tries < 20 && remembered.isEmpty(); tries++) {
            assertThat(code(wrong)).isEqualTo(FaultCode.INVALID_API_KEY);
            remembered = ground.callers.recallApiKey(wrong);
        }
        assertThat(remembered).isPresent();
        Thread.sleep(Duration.ofMillis(1_100));
        assertThat(ground.callers.recallApiKey(wrong)).isEmpty();
    }

    @Test
    void recallApiKey_whatHasNotTheShapeOfAKey_isRefusedWithoutTheStore() {
        for (String wrong : List.of("", "avow_", "sk-123", "avow_" + "A".repeat(42) + " ")) {
            assertThat(ground.callers.recallApiKey(wrong))
                    .hasValueSatisfying(
                            identity -> assertThat(identity).isInstanceOf(Identity.Unknown.class));
        }
    }

    @Test
    void revoke_aKeyInUse_isRefusedAtOnce() {
        ApiKeys.Created created = create("robot", null);
        known(created.plaintextKey());

        ApiKey revoked = ground.apiKeys.revoke(OPERATOR, created.apiKey().id());

        assertThat(revoked.revokedAt()).isEqualTo(ground.now);
        assertThat(code(created.plaintextKey())).isEqualTo(FaultCode.API_KEY_REVOKED);
        assertThat(ground.actions()).containsExactly("api_key_revoked", "api_key_created");
    }

    @Test
    void revoke_onAnotherNode_isFeltWhenTheNoticeArrives() throws Exception {
        ApiKeys.Created created = create("robot", null);
        StoredCallers other = new StoredCallers(ground.database.tenancy(), ground.clock);
        try (var _ = ground.database.tenancy().watchChanges(other)) {
            Thread.sleep(Duration.ofMillis(500)); // the watch begins by forgetting everything
            assertThat(other.identifyApiKey(created.plaintextKey()))
                    .isInstanceOf(Identity.Known.class);

            ground.apiKeys.revoke(OPERATOR, created.apiKey().id());

            for (int wait = 0; wait < 1_200; wait++) {
                if (other.identifyApiKey(created.plaintextKey()) instanceof Identity.Unknown) {
                    return;
                }
                Thread.sleep(Duration.ofMillis(50));
            }
        }
        throw new AssertionError("the revocation was not felt");
    }

    @Test
    void revoke_unknownOrOfAnotherTenant_isNotFound() {
        ApiKeys.Created created = create("robot", null);
        Actor other = Actor.operator(ground.database.newTenant("Other"));

        assertRefused(FaultCode.NOT_FOUND, () -> ground.apiKeys.revoke(OPERATOR, Ids.next()));
        assertRefused(
                FaultCode.NOT_FOUND, () -> ground.apiKeys.revoke(other, created.apiKey().id()));
    }

    @Test
    void identifyApiKey_aKnownKey_notesItsUseToTheMinute() throws Exception {
        ApiKeys.Created created = create("robot", null);

        known(created.plaintextKey());

        for (int wait = 0; wait < 1_200; wait++) {
            if (ground.now.equals(listed().lastUsedAt())) {
                return;
            }
            Thread.sleep(Duration.ofMillis(50));
        }
        throw new AssertionError("the use was not noted");
    }

    @Test
    void create_nameOrScopesThatWillNotDo_areRefused() {
        assertRefused(
                FaultCode.INVALID_VALUE,
                () -> ground.apiKeys.create(OPERATOR, " ", Set.of(Scope.READ), null));
        assertRefused(
                FaultCode.INVALID_VALUE,
                () -> ground.apiKeys.create(OPERATOR, "robot", Set.of(), null));
        assertRefused(
                FaultCode.INVALID_VALUE,
                () -> ground.apiKeys.create(OPERATOR, "robot", Set.of(Scope.READ), "nobody"));
    }

    private ApiKeys.Created create(String name, @Nullable String email) {
        return ground.apiKeys.create(OPERATOR, name, Set.of(Scope.MODELS), email);
    }

    private ApiKey listed() {
        return ground.apiKeys.page(TenantId.DEFAULT, PageRequest.first()).items().getFirst();
    }

    private Caller known(String key) {
        return ((Identity.Known) ground.callers.identifyApiKey(key)).caller();
    }

    private FaultCode code(String key) {
        return ((Identity.Unknown) ground.callers.identifyApiKey(key)).fault().code();
    }
}
