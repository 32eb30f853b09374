package dev.avow.control;

import dev.avow.admit.Admission;
import dev.avow.admit.Caller;
import dev.avow.arrive.Arrival;
import dev.avow.arrive.ChatCompletions;
import dev.avow.arrive.RequestHead;
import dev.avow.classify.Classified;
import dev.avow.classify.Classifiers;
import dev.avow.decide.Decider;
import dev.avow.decide.Decision;
import dev.avow.decide.Policy;
import dev.avow.decide.PolicySet;
import dev.avow.decide.Shadow;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import dev.avow.mask.Masking;
import dev.avow.policies.PolicyDraft;
import dev.avow.policies.PolicyStore;
import dev.avow.policies.StoredPolicy;
import dev.avow.sealing.Keyring;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Itinerary;
import dev.avow.words.TenantId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries policies out on a sample text. The sample goes through the very rooms that a request goes
 * through, up to where it would leave; nothing of it is kept, logged or sent.
 */
public final class DryRun {

    private static final UUID NOWHERE = new UUID(0, 0);

    /** The policy, where given, stands in for the one of its name, or among the others. */
    private record Sample(
            String text,
            @Nullable String platformId,
            @Nullable String model,
            @Nullable String userGroup,
            @Nullable PolicyBody policy) {

        /** Prints the length, never the text. */
        @Override
        public String toString() {
            return "Sample of " + text.length() + " chars";
        }
    }

    private record Found(String type, int start, int end, double confidence, int tier) {}

    /** What would happen; a text only where it would leave. */
    private record Outcome(
            List<Found> findings,
            String coverage,
            double riskScore,
            String riskLevel,
            @Nullable String policy,
            String action,
            @Nullable String textAsLeft,
            List<Shadow> shadow) {

        @Override
        public String toString() {
            return "Outcome " + action;
        }
    }

    private final PolicyStore store;
    private final Classifiers classifiers;
    private final Admission admission;
    private final Keyring keyring;

    /**
     * @param keyring for what is masked by a hash
     * @param clock for the sample's time
     */
    public DryRun(
            PolicyStore store, Classifiers classifiers, Keyring keyring, InstantSource clock) {
        this.store = store;
        this.classifiers = classifiers;
        this.keyring = keyring;
        this.admission = new Admission(clock);
    }

    ControlAnswer answer(ControlRequest request) {
        Sample sample = request.body(Sample.class);
        PolicySet policies = policies(request.tenant(), sample.policy());
        Classified classified = classify(request.tenant(), sample);
        Decision decision = Decider.decide(classified, policies, false);
        List<Finding> findings = classified.findings().stream().flatMap(List::stream).toList();
        return ControlAnswer.ok(
                new Outcome(
                        findings.stream().map(DryRun::shown).toList(),
                        classified.coverage() instanceof Coverage.Partial ? "partial" : "complete",
                        decision.risk().score(),
                        decision.risk().level().id(),
                        decision.policy(),
                        decision.action(),
                        textAsLeft(decision, request.tenant(), sample.text(), findings),
                        Decider.shadows(classified, policies)));
    }

    private PolicySet policies(TenantId tenant, @Nullable PolicyBody unsaved) {
        Stream<Policy> kept = store.all(tenant).stream().map(StoredPolicy::policy);
        if (unsaved == null) {
            return PolicySet.of(kept.toList());
        }
        PolicyDraft draft = unsaved.read();
        store.check(tenant, draft);
        return PolicySet.of(
                Stream.concat(
                                kept.filter(each -> !each.name().equals(draft.name())),
                                Stream.of(draft.unsaved()))
                        .toList());
    }

    private Classified classify(TenantId tenant, Sample sample) {
        byte[] body =
                Json.write(
                        Map.of(
                                "model",
                                "sample",
                                "messages",
                                List.of(Map.of("role", "user", "content", sample.text()))));
        Arrival arrival = ChatCompletions.arrive(new RequestHead("console", "", null, false), body);
        Caller caller =
                new Caller(
                        tenant,
                        null,
                        null,
                        Set.of(),
                        sample.userGroup() == null ? List.of() : List.of(sample.userGroup()));
        Destination destination =
                new Destination(
                        tenant,
                        NOWHERE,
                        orEmpty(sample.platformId()),
                        "localhost",
                        orEmpty(sample.model()));
        return switch (arrival) {
            case Arrival.Understood it ->
                    classifiers
                            .of(tenant)
                            .classify(
                                    admission.admit(
                                            it.arrived(), caller, Itinerary.to(destination)));
            case Arrival.Refused _ ->
                    throw Fault.of(FaultCode.INVALID_VALUE, "this text cannot be sent", "text")
                            .asException();
        };
    }

    private static String orEmpty(@Nullable String given) {
        return given == null ? "" : given;
    }

    private @Nullable String textAsLeft(
            Decision decision, TenantId tenant, String text, List<Finding> findings) {
        return switch (decision) {
            case Decision.Allow _ -> text;
            case Decision.Mask mask ->
                    Masking.preview(text, findings, mask.masking(), keyring.of(tenant)::mac);
            case Decision.Coach _, Decision.Block _, Decision.Gap _ -> null;
        };
    }

    private static Found shown(Finding finding) {
        return new Found(
                finding.type().id(),
                finding.start(),
                finding.end(),
                finding.confidence(),
                finding.type().tier());
    }
}
