package dev.avow.control;

import dev.avow.custom.Definition;
import dev.avow.custom.DefinitionJson;
import dev.avow.custom.Definitions;
import dev.avow.detection.DefinitionKind;
import dev.avow.detection.DefinitionStore;
import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tries a recognizer or a list out on a sample text. Nothing of either is kept, logged or sent. */
public final class DefinitionTrial {

    private static final Set<String> FIELDS = Set.of("text", "recognizer", "list", "with_all");

    /**
     * One finding.
     *
     * @param start in UTF-16 code units, inclusive
     * @param end in UTF-16 code units, exclusive
     */
    private record Found(
            String type, int tier, int start, int end, double confidence, String reason) {}

    /**
     * What was found.
     *
     * @param why why not all was looked at; null where all was
     */
    private record Outcome(
            List<Found> findings, String coverage, @Nullable String why, double durationMs) {}

    private final DefinitionStore store;
    private final Detector builtIn;
    private final long budgetNanos;

    public DefinitionTrial(DefinitionStore store, Detector builtIn, Duration budget) {
        this.store = store;
        this.builtIn = builtIn;
        this.budgetNanos = budget.toNanos();
    }

    ControlAnswer answer(ControlRequest request) {
        ObjectNode body = request.bodyObject(FIELDS);
        String text = text(body);
        List<Definition> drafts = new ArrayList<>();
        draft(body, "recognizer", DefinitionJson::recognizer, drafts);
        draft(body, "list", DefinitionJson::list, drafts);
        Detector detector =
                drafts.isEmpty() || flag(body)
                        ? store.rules().detector(builtIn, together(request.tenant(), drafts))
                        : store.rules().detector((_, _) -> Scan.clean(), Definitions.of(drafts));
        long began = System.nanoTime();
        Scan scan = detector.scan(text, new Budget(Integer.MAX_VALUE, budgetNanos));
        double millis = (System.nanoTime() - began) / 1e6;
        return ControlAnswer.ok(
                new Outcome(
                        scan.findings().stream().map(DefinitionTrial::shown).toList(),
                        scan.coverage() instanceof Coverage.Partial ? "partial" : "complete",
                        scan.coverage() instanceof Coverage.Partial(Coverage.Why why)
                                ? why.name().toLowerCase(Locale.ROOT)
                                : null,
                        Math.round(millis * 1000) / 1000.0));
    }

    private static String text(ObjectNode body) {
        JsonNode text = body.get("text");
        if (text == null || !text.isString()) {
            throw Fault.of(FaultCode.MISSING_VALUE, "give a text to look at", "text").asException();
        }
        return text.stringValue();
    }

    private static boolean flag(ObjectNode body) {
        JsonNode flag = body.get("with_all");
        if (flag == null || flag.isNull()) {
            return false;
        }
        if (!flag.isBoolean()) {
            throw Fault.of(FaultCode.INVALID_VALUE, "this is true or false", "with_all")
                    .asException();
        }
        return flag.booleanValue();
    }

    private void draft(
            ObjectNode body,
            String field,
            Function<ObjectNode, Definition> reading,
            List<Definition> into) {
        JsonNode json = body.get(field);
        if (json == null || json.isNull()) {
            return;
        }
        if (!(json instanceof ObjectNode object)) {
            throw Fault.of(FaultCode.INVALID_VALUE, "this is an object", field).asException();
        }
        try {
            Definition definition = reading.apply(object);
            store.rules().check(definition);
            into.add(definition);
        } catch (FaultException refused) {
            Fault fault = refused.fault();
            throw Fault.of(
                            fault.code(),
                            fault.message(),
                            fault.field().map(inner -> field + "." + inner).orElse(field))
                    .asException();
        }
    }

    /** What is in force, with each draft in the place of the one of its name. */
    private Definitions together(TenantId tenant, List<Definition> drafts) {
        List<Definition> all = new ArrayList<>();
        for (DefinitionKind kind : DefinitionKind.values()) {
            store.all(tenant, kind).stream()
                    .map(each -> each.definition())
                    .filter(each -> drafts.stream().noneMatch(draft -> replaces(draft, each)))
                    .forEach(all::add);
        }
        all.addAll(drafts);
        return Definitions.of(all);
    }

    private static boolean replaces(Definition draft, Definition other) {
        return draft.getClass().equals(other.getClass()) && draft.name().equals(other.name());
    }

    private static Found shown(Finding finding) {
        return new Found(
                finding.type().id(),
                finding.type().tier(),
                finding.start(),
                finding.end(),
                finding.confidence(),
                finding.reason().name().toLowerCase(Locale.ROOT));
    }
}
