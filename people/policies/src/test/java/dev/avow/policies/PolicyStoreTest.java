package dev.avow.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.decide.Manner;
import dev.avow.decide.MaskMode;
import dev.avow.decide.MaskRules;
import dev.avow.decide.Policy;
import dev.avow.decide.Risk;
import dev.avow.prove.Actor;
import dev.avow.prove.NotedAudit;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Cursor;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** B7 and T2: named, prioritised policies, each change with its audit entry. */
final class PolicyStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    private static final Set<String> TYPES = Set.of("email", "iban", "attachment");

    private final TestDatabase database = TestDatabase.fresh();
    private final NotedAudit audit = new NotedAudit();
    private final CurrentPolicies current = new CurrentPolicies(database.tenancy());
    private final PolicyStore store =
            new PolicyStore(
                    database.tenancy(), audit, current, _ -> TYPES, InstantSource.fixed(NOW));
    private final UUID person = Ids.next();
    private Actor actor = Actor.operator(TenantId.DEFAULT);

    @BeforeEach
    void signIn() {
        actor = new Actor(TenantId.DEFAULT, person, "ada@example.org", null, null);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static PolicyDraft draft(String name, int priority) {
        return new PolicyDraft(
                name,
                "",
                true,
                priority,
                PolicyValues.conditions(List.of(), List.of(), List.of(), List.of(), null),
                Policy.Action.BLOCK,
                null);
    }

    private static PolicyDraft full(String name) {
        return new PolicyDraft(
                name,
                "What it is for.",
                false,
                1_000_000,
                PolicyValues.conditions(
                        List.of("openai", "mistral*"),
                        List.of("all"),
                        List.of("gpt-*"),
                        List.of("email", "attachment"),
                        Risk.Level.HIGH),
                Policy.Action.COACH,
                "Ask the privacy office first.",
                new Manner(
                        new MaskRules(
                                MaskMode.PLACEHOLDER, Map.of("iban", MaskMode.SYNTHETIC), true),
                        true,
                        20));
    }

    @Test
    void create_mannerThatDoesNotFit_isRefusedByField() {
        Manner placeholders =
                new Manner(new MaskRules(MaskMode.PLACEHOLDER, Map.of(), false), false, 0);
        Manner unknown =
                new Manner(
                        new MaskRules(
                                MaskMode.PSEUDONYM, Map.of("shoe_size", MaskMode.REMOVE), false),
                        false,
                        0);

        assertThat(refused(Policy.Action.BLOCK, placeholders)).isEqualTo("masking");
        assertThat(refused(Policy.Action.MASK, unknown)).isEqualTo("masking.types");
        assertThat(refused(Policy.Action.MASK, new Manner(MaskRules.PSEUDONYMS, false, 5)))
                .isEqualTo("justification");
        assertThat(refused(Policy.Action.COACH, new Manner(MaskRules.PSEUDONYMS, false, 501)))
                .isEqualTo("justification");
    }

    private String refused(Policy.Action action, Manner manner) {
        PolicyDraft d = draft("x", 1);
        PolicyDraft wrong = new PolicyDraft("x", "", true, 1, d.conditions(), action, null, manner);
        return catchThrowableOfType(FaultException.class, () -> store.create(actor, wrong))
                .fault()
                .field()
                .orElse("");
    }

    @Test
    void create_everythingGiven_isFoundAsItWasGiven() {
        StoredPolicy made = store.create(actor, full("Coach on mail"));

        StoredPolicy found = store.find(TenantId.DEFAULT, made.policy().id()).orElseThrow();
        assertThat(found).isEqualTo(made);
        assertThat(found.createdBy()).isEqualTo(person);
        assertThat(found.createdAt()).isEqualTo(NOW);
        assertThat(found.policy().conditions().riskLevel()).isEqualTo(Risk.Level.HIGH);
    }

    @Test
    void create_aChange_standsInTheAuditLogWithAfterAlone() {
        StoredPolicy made = store.create(actor, full("Coach on mail"));

        assertThat(audit.entries).hasSize(1);
        assertThat(audit.entries.getFirst().action()).isEqualTo("policy_created");
        assertThat(audit.entries.getFirst().resourceId()).isEqualTo(made.policy().id().toString());
        assertThat(audit.entries.getFirst().before()).isNull();
        assertThat(audit.entries.getFirst().after())
                .containsEntry("action", "Coach")
                .containsEntry("priority", 1_000_000);
    }

    @Test
    void replace_aChange_standsInTheAuditLogWithBeforeAndAfter() {
        StoredPolicy made = store.create(actor, draft("One", 5));

        StoredPolicy changed = store.replace(actor, made.policy().id(), full("Two"));

        assertThat(store.all(TenantId.DEFAULT)).containsExactly(changed);
        assertThat(audit.entries.getLast().action()).isEqualTo("policy_changed");
        Map<String, Object> before = audit.entries.getLast().before();
        Map<String, Object> after = audit.entries.getLast().after();
        assertThat(before).containsEntry("name", "One").containsEntry("priority", 5);
        assertThat(after).containsEntry("name", "Two");
    }

    @Test
    void delete_aPolicy_isGoneAndAudited() {
        StoredPolicy made = store.create(actor, draft("One", 5));

        store.delete(actor, made.policy().id());

        assertThat(store.all(TenantId.DEFAULT)).isEmpty();
        assertThat(audit.entries.getLast().action()).isEqualTo("policy_deleted");
        assertThat(audit.entries.getLast().after()).isNull();
    }

    @Test
    void change_auditCannotBeWritten_changesNothing() {
        StoredPolicy made = store.create(actor, draft("One", 5));
        audit.failing = true;

        assertThatThrownBy(() -> store.create(actor, draft("Two", 5))).isNotNull();
        assertThatThrownBy(() -> store.delete(actor, made.policy().id())).isNotNull();
        assertThatThrownBy(() -> store.replace(actor, made.policy().id(), draft("Three", 1)))
                .isNotNull();

        assertThat(store.all(TenantId.DEFAULT)).containsExactly(made);
    }

    @Test
    void create_nameTaken_isAConflict() {
        store.create(actor, draft("One", 5));

        assertFault(() -> store.create(actor, draft("One", 6)), FaultCode.CONFLICT, "name");
        StoredPolicy two = store.create(actor, draft("Two", 6));
        assertFault(
                () -> store.replace(actor, two.policy().id(), draft("One", 6)),
                FaultCode.CONFLICT,
                "name");
    }

    @Test
    void change_ofAnotherTenant_isNotFound() {
        StoredPolicy made = store.create(actor, draft("One", 5));
        TenantId other = database.newTenant("other");
        Actor stranger = Actor.operator(other);

        assertThat(store.find(other, made.policy().id())).isEmpty();
        assertFault(() -> store.delete(stranger, made.policy().id()), FaultCode.NOT_FOUND, null);
        assertFault(
                () -> store.replace(stranger, made.policy().id(), draft("Mine", 5)),
                FaultCode.NOT_FOUND,
                null);
        assertThat(store.create(stranger, draft("One", 5)).tenant()).isEqualTo(other);
    }

    @Test
    void create_badValue_namesTheField() {
        refused("name", each -> named(each, " "));
        refused("name", each -> named(each, "n".repeat(101)));
        refused("name", each -> named(each, "a\0b"));
        refused("priority", _ -> draft("P", 0));
        refused("priority", _ -> draft("P", 1_000_001));
        refused("message", each -> told(each, "m".repeat(1_001)));
        refused("conditions.finding_types[1]", each -> finding(each, List.of("email", "mood")));
        refused("conditions.finding_types", each -> finding(each, List.of("email", "email")));
        refused(
                "conditions.platform_id",
                each -> platforms(each, java.util.Collections.nCopies(101, "p")));
        refused("conditions.platform_id[0]", each -> platforms(each, List.of("")));
    }

    private void refused(String field, UnaryOperator<PolicyDraft> spoil) {
        assertFault(
                () -> store.create(actor, spoil.apply(draft("Fine", 5))),
                FaultCode.INVALID_VALUE,
                field);
    }

    private static PolicyDraft named(PolicyDraft d, String name) {
        return new PolicyDraft(name, "", true, 1, d.conditions(), d.action(), null);
    }

    private static PolicyDraft told(PolicyDraft d, String message) {
        return new PolicyDraft("Fine", "", true, 1, d.conditions(), d.action(), message);
    }

    private static PolicyDraft finding(PolicyDraft d, List<String> types) {
        return new PolicyDraft(
                "Fine",
                "",
                true,
                1,
                PolicyValues.conditions(List.of(), List.of(), List.of(), types, null),
                d.action(),
                null);
    }

    private static PolicyDraft platforms(PolicyDraft d, List<String> platforms) {
        return new PolicyDraft(
                "Fine",
                "",
                true,
                1,
                PolicyValues.conditions(platforms, List.of(), List.of(), List.of(), null),
                d.action(),
                null);
    }

    private static void assertFault(Runnable call, FaultCode code, @Nullable String field) {
        FaultException thrown = catchThrowableOfType(FaultException.class, call::run);
        assertThat(thrown).isNotNull();
        Fault fault = thrown.fault();
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.fieldOrNull()).isEqualTo(field);
    }

    @Test
    void page_morePolicies_goesOnInTheOrderOfAsking() {
        for (String name : List.of("e", "d", "c", "b", "a")) {
            store.create(actor, draft(name, name.equals("e") ? 1 : 7));
        }

        Page<StoredPolicy> first = store.page(TenantId.DEFAULT, new PageRequest(2, null));
        Page<StoredPolicy> second = store.page(TenantId.DEFAULT, after(first));
        Page<StoredPolicy> third = store.page(TenantId.DEFAULT, after(second));

        assertThat(names(first)).containsExactly("e", "a");
        assertThat(names(second)).containsExactly("b", "c");
        assertThat(names(third)).containsExactly("d");
        assertThat(third.nextCursor()).isNull();
    }

    private static PageRequest after(Page<StoredPolicy> page) {
        assertThat(page.nextCursor()).isNotNull();
        return new PageRequest(2, Cursor.parse(String.valueOf(page.nextCursor())));
    }

    private static List<String> names(Page<StoredPolicy> page) {
        return page.items().stream().map(each -> each.policy().name()).toList();
    }

    @Test
    void current_afterAChangeReturned_neverHoldsAnOlderSet() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> readers =
                java.util.stream.IntStream.range(0, 3)
                        .mapToObj(_ ->
                                Thread.ofVirtual()
                                        .start(() -> {
                                            while (!stop.get()) {
                                                current.of(TenantId.DEFAULT);
                                                current.recall(TenantId.DEFAULT);
                                            }
                                        }))
                        .toList();
        UUID id = store.create(actor, draft("v0", 1)).policy().id();
        for (int i = 1; i <= 40; i++) {
            store.replace(actor, id, draft("v" + i, 1));
            assertThat(deciding()).isEqualTo("v" + i);
        }
        stop.set(true);
        for (Thread reader : readers) {
            reader.join();
        }
    }

    private String deciding() {
        return current.recall(TenantId.DEFAULT)
                .orElseGet(() -> current.of(TenantId.DEFAULT))
                .names()
                .getFirst();
    }

    @Test
    void recall_nothingReadYet_isEmptyAndDoesNotWait() {
        assertThat(current.recall(TenantId.DEFAULT)).isEmpty();
        current.of(TenantId.DEFAULT);
        assertThat(current.recall(TenantId.DEFAULT)).isPresent();
        current.forget();
        assertThat(current.recall(TenantId.DEFAULT)).isEmpty();
    }
}
