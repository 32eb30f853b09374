package dev.avow.app;

import dev.avow.arrive.DocumentReader;
import dev.avow.classify.Classifiers;
import dev.avow.classify.Guards;
import dev.avow.decide.AttachmentRules;
import dev.avow.decide.Decider;
import dev.avow.decide.Policy;
import dev.avow.decide.PolicySet;
import dev.avow.detection.TenantDetectors;
import dev.avow.settings.Settings;
import dev.avow.trust.Control;
import dev.avow.trust.Sentence;
import dev.avow.trust.Sentence.State;
import dev.avow.words.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the public page says of rooms 03 to 05: what is looked for, and what does not leave. */
final class TrustBoundary {

    private static final String POLICIES = "docs/policies.md";
    private static final String ROUTES = "docs/routes.md";
    private static final String DETECTION = "docs/detection.md";

    private final Settings settings;
    private final Services services;

    TrustBoundary(Settings settings, Services services) {
        this.settings = settings;
        this.services = services;
    }

    List<Sentence> masking() {
        PolicySet policies = services.currentPolicies().of(TenantId.DEFAULT);
        return List.of(
                new Sentence("masking.rule", State.ON, Control.of(Decider.class, "B1", POLICIES)),
                policies(policies.actions()),
                new Sentence(
                        "masking.partial",
                        State.ON,
                        Control.of(
                                Decider.class, "B1", DETECTION, "AVOW_CLASSIFICATION_BUDGET_MS")),
                reach("images", settings.attachments().images(), "AVOW_ATTACHMENTS_IMAGES"),
                reach("audio", settings.attachments().audio(), "AVOW_ATTACHMENTS_AUDIO"),
                documents());
    }

    private static Sentence policies(List<Policy.Action> actions) {
        Control control = Control.of(PolicySet.class, "B7", POLICIES);
        if (actions.isEmpty()) {
            return new Sentence("masking.no_policies", State.FACT, control);
        }
        Sentence sentence = new Sentence("masking.policies", State.FACT, control);
        for (Policy.Action each : Policy.Action.values()) {
            sentence =
                    sentence.with(
                            each.id().toLowerCase(Locale.ROOT),
                            Collections.frequency(actions, each));
        }
        return sentence;
    }

    private static Sentence reach(String what, String reach, String setting) {
        return new Sentence(
                "masking." + what + "." + reach,
                State.of(!reach.equals("allow")),
                Control.of(AttachmentRules.class, "B1", ROUTES, setting));
    }

    private Sentence documents() {
        boolean allowed = settings.attachments().unreadableDocumentsAllowed();
        return new Sentence(
                "masking.documents." + (allowed ? "allow" : "refuse"),
                State.of(!allowed),
                Control.of(DocumentReader.class, "B1", ROUTES, "AVOW_DOCUMENTS_UNREADABLE"));
    }

    List<Sentence> found() {
        Map<String, Integer> tiers = InstalledDetectors.tiers();
        Set<String> types = new TreeSet<>(services.detection().types());
        List<String> first = new ArrayList<>(types);
        first.removeIf(type -> tiers.getOrDefault(type, 2) > 1);
        List<String> more = new ArrayList<>(types);
        more.removeAll(first);
        List<Sentence> all = new ArrayList<>();
        all.add(
                new Sentence(
                                "found.tier1",
                                State.ON,
                                Control.of(Classifiers.class, "B2", DETECTION))
                        .with("count", first.size())
                        .detailed(first));
        all.add(second(more));
        if (settings.classification().tier2Enabled()) {
            all.add(
                    new Sentence(
                            "found.names." + engine(),
                            State.ON,
                            Control.of(
                                    Detection.class,
                                    "B3",
                                    DETECTION,
                                    "AVOW_CLASSIFICATION_NAMES_MODEL",
                                    "AVOW_CLASSIFICATION_PRESIDIO_URL")));
        }
        boolean topics = services.detection().topics() != null;
        all.add(
                new Sentence(
                        topics ? "found.tier3.on" : "found.tier3.off",
                        State.of(topics),
                        Control.of(
                                Topics.class,
                                "B4",
                                DETECTION,
                                "AVOW_CLASSIFICATION_TIER3_ENABLED")));
        int own = services.detectors().ownTypes(TenantId.DEFAULT).size();
        if (own > 0) {
            all.add(
                    new Sentence(
                                    "found.own",
                                    State.ON,
                                    Control.of(TenantDetectors.class, "B1", DETECTION))
                            .with("count", own));
        }
        boolean signals = settings.guard().signalsEnabled();
        all.add(
                new Sentence(
                        signals ? "found.signals.on" : "found.signals.off",
                        State.of(signals),
                        Control.of(
                                Guards.class,
                                "B1",
                                "docs/guards.md",
                                "AVOW_GUARD_SIGNALS_ENABLED")));
        return all;
    }

    private static Sentence second(List<String> more) {
        boolean on = !more.isEmpty();
        Sentence sentence =
                new Sentence(
                        on ? "found.tier2.on" : "found.tier2.off",
                        State.of(on),
                        Control.of(
                                InstalledDetectors.class,
                                "B3",
                                DETECTION,
                                "AVOW_CLASSIFICATION_TIER2_ENABLED"));
        return on ? sentence.with("count", more.size()).detailed(more) : sentence;
    }

    private String engine() {
        if (settings.classification().namesModel().isPresent()) {
            return "onnx";
        }
        return settings.analyzer().url().isPresent() ? "presidio" : "built_in";
    }
}
