package dev.avow.control;

import dev.avow.decide.Facts;
import dev.avow.decide.Policy;
import dev.avow.decide.PolicySet;
import dev.avow.decide.Replayed;
import dev.avow.decide.Risk;
import dev.avow.policies.PolicyDraft;
import dev.avow.policies.PolicyStore;
import dev.avow.policies.StoredPolicy;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.record.Interaction;
import dev.avow.record.InteractionFilter;
import dev.avow.record.InteractionLog;
import dev.avow.words.Cursor;
import dev.avow.words.Fault;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what policies would have done with the uses of a model that are over. It looks at the
 * metadata of interactions, since there is no text: types found, risk, provider, model, time and
 * id. They do not say a person's groups, so a condition on a group holds for {@code all} alone.
 */
public final class PolicyReplay {

    private static final int LONGEST_DAYS = 90;
    private static final int USUAL_DAYS = 7;
    private static final int MOST = 20_000;
    private static final int MOST_POLICIES = 200;

    /**
     * What to replay against: a whole set, or one more policy that stands in for the one of its
     * name; neither for the policies as they are.
     */
    private record Wanted(
            @Nullable Integer days,
            @Nullable List<PolicyBody> policies,
            @Nullable PolicyBody policy) {}

    private final PolicyStore store;
    private final InteractionLog log;
    private final AuditLog audit;
    private final InstantSource clock;

    public PolicyReplay(
            PolicyStore store, InteractionLog log, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    ControlAnswer answer(ControlRequest request) {
        Wanted wanted = request.body(Wanted.class);
        int days = wanted.days() == null ? USUAL_DAYS : wanted.days();
        if (days < 1 || days > LONGEST_DAYS) {
            throw Fault.wrong("days", "1 to " + LONGEST_DAYS);
        }
        PolicySet policies = policies(request.tenant(), wanted);
        audit.append(
                request.actor(), AuditEntry.viewed("interactions_replayed", "interaction", null));
        return ControlAnswer.ok(replay(request.tenant(), policies, days));
    }

    private ReplayTally.Outcome replay(TenantId tenant, PolicySet policies, int days) {
        Instant since = clock.instant().minus(Duration.ofDays(days));
        InteractionFilter filter = new InteractionFilter(null, null, null, since, null);
        ReplayTally tally = new ReplayTally();
        Cursor after = null;
        do {
            Page<Interaction> page =
                    log.page(tenant, filter, new PageRequest(PageRequest.MAX_LIMIT, after));
            for (Interaction each : page.items()) {
                tally.add(each, Replayed.of(facts(each), policies));
            }
            after = page.nextCursor() == null ? null : Cursor.parse(page.nextCursor());
        } while (after != null && tally.count() < MOST);
        return tally.outcome(days, after == null);
    }

    private static Facts facts(Interaction past) {
        Set<String> types = new HashSet<>();
        for (Interaction.Classified each : past.classifications()) {
            if (each.in().equals("prompt")) {
                types.add(each.type());
            }
        }
        return new Facts(
                past.platformId(),
                past.model(),
                List.of(),
                types,
                new Risk(past.riskScore()),
                past.timestamp(),
                past.id());
    }

    private PolicySet policies(TenantId tenant, Wanted wanted) {
        if (wanted.policies() != null && wanted.policy() != null) {
            throw Fault.wrong("policy", "give a whole set in policies, or one policy, not both");
        }
        if (wanted.policies() != null) {
            return PolicySet.of(drafts(tenant, wanted.policies()));
        }
        Stream<Policy> kept = store.all(tenant).stream().map(StoredPolicy::policy);
        if (wanted.policy() == null) {
            return PolicySet.of(kept.toList());
        }
        Policy draft = drafts(tenant, List.of(wanted.policy())).getFirst();
        return PolicySet.of(
                Stream.concat(
                                kept.filter(each -> !each.name().equals(draft.name())),
                                Stream.of(draft))
                        .toList());
    }

    private List<Policy> drafts(TenantId tenant, List<PolicyBody> bodies) {
        if (bodies.size() > MOST_POLICIES) {
            throw Fault.wrong("policies", "at most " + MOST_POLICIES);
        }
        return bodies.stream()
                .map(body -> {
                    PolicyDraft draft = body.read();
                    store.check(tenant, draft);
                    return draft.unsaved();
                })
                .toList();
    }
}
