package dev.avow.control;

import dev.avow.incidents.BreachRisk;
import dev.avow.incidents.IncidentReport;
import dev.avow.incidents.IncidentText;
import dev.avow.incidents.Scope;
import dev.avow.words.DataClass;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What a body says of an incident; what it does not name stays as it was. */
record IncidentBody(Members members) {

    private static final Set<String> FIELDS = fields();

    private static Set<String> fields() {
        Set<String> fields =
                new HashSet<>(
                        Set.of(
                                "aware_at",
                                "risk",
                                "people_about",
                                "records_about",
                                "from",
                                "to",
                                "data_classes",
                                "providers",
                                "hosts",
                                "regions",
                                "models",
                                "routes",
                                "api_key_ids"));
        for (IncidentText text : IncidentText.values()) {
            fields.add(text.id());
        }
        return Set.copyOf(fields);
    }

    static IncidentBody of(ControlRequest request) {
        return new IncidentBody(new Members(request.bodyObject(FIELDS)));
    }

    /** A report of which nothing was known before. */
    IncidentReport first() {
        for (String field : List.of("title", "aware_at")) {
            if (!members.has(field)) {
                throw Fault.of(FaultCode.MISSING_VALUE, field + " is missing", field).asException();
            }
        }
        return on(
                new IncidentReport(
                        Map.of(), Scope.UNKNOWN, BreachRisk.UNKNOWN, null, null, Instant.EPOCH));
    }

    /** The report with what the body names changed. */
    IncidentReport on(IncidentReport before) {
        Instant aware = members.time("aware_at", before.awareAt());
        if (aware == null) {
            throw Fault.wrong("aware_at", "aware_at cannot be taken away: the clocks run from it");
        }
        IncidentReport report =
                new IncidentReport(
                        before.plaintext(),
                        scope(before.scope()),
                        Members.one(
                                members.text("risk", before.risk().id()),
                                BreachRisk.values(),
                                BreachRisk::id,
                                "risk"),
                        members.whole("people_about", before.peopleAbout()),
                        members.whole("records_about", before.recordsAbout()),
                        aware);
        for (IncidentText text : IncidentText.values()) {
            String was = report.plaintextOf(text);
            String now = members.textOrNull(text.id(), was);
            report = report.with(text, Objects.requireNonNullElse(now, ""));
        }
        return report;
    }

    private Scope scope(Scope before) {
        return new Scope(
                members.time("from", before.from()),
                members.time("to", before.to()),
                members
                        .texts(
                                "data_classes",
                                before.dataClasses().stream().map(DataClass::id).toList())
                        .stream()
                        .map(id ->
                                Members.one(id, DataClass.values(), DataClass::id, "data_classes"))
                        .toList(),
                members.texts("providers", before.providers()),
                members.texts("hosts", before.hosts()),
                members.texts("regions", before.regions()),
                members.texts("models", before.models()),
                members.texts("routes", before.routes()),
                members
                        .texts(
                                "api_key_ids",
                                before.apiKeyIds().stream().map(UUID::toString).toList())
                        .stream()
                        .map(id ->
                                Ids.parse(id)
                                        .orElseThrow(() ->
                                                Fault.wrong("api_key_ids", "a key's id is a UUID")))
                        .toList());
    }

    /** Prints no value. */
    @Override
    public String toString() {
        return "IncidentBody";
    }
}
