package dev.avow.control;

import dev.avow.classify.Classifiers;
import dev.avow.policies.PolicyStore;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.record.Ending;
import dev.avow.record.Interaction;
import dev.avow.record.InteractionFilter;
import dev.avow.record.InteractionLog;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/interactions}: every use of a model (promise B5). Who looks is in the audit log
 * before anything is shown (promise T2).
 */
public final class InteractionRoutes implements Routes {

    private static final List<String> ACTIONS =
            List.of("Allow", "Block", "Coach", "Gap", "Log", "Mask");

    /** A use that a fault of ours ended is marked by the next start. */
    private static final List<String> STATUSES =
            Stream.concat(
                            Stream.of(Ending.Status.values()).map(Ending.Status::id),
                            Stream.of("interrupted"))
                    .sorted()
                    .toList();

    private final InteractionLog log;
    private final InteractionStreams streams;
    private final PolicyStore policies;
    private final AuditLog audit;
    private final Function<TenantId, Set<String>> findingTypes;
    private final Classifiers classifiers;
    private final InstantSource clock;

    /**
     * @param findingTypes ids that a tenant's report may name
     * @param classifiers look for personal data in what a report names
     */
    public InteractionRoutes(
            InteractionLog log,
            InteractionStreams streams,
            PolicyStore policies,
            AuditLog audit,
            Function<TenantId, Set<String>> findingTypes,
            Classifiers classifiers,
            InstantSource clock) {
        this.log = log;
        this.streams = streams;
        this.policies = policies;
        this.audit = audit;
        this.findingTypes = findingTypes;
        this.classifiers = classifiers;
        this.clock = clock;
    }

    @Override
    public void mount(RouteTable table) {
        table.get("/api/v1/interactions/stream", this::stream)
                .get("/api/v1/interactions", this::list)
                .post("/api/v1/interactions", Access.MODELS, this::report)
                .get("/api/v1/interactions/{id}", this::find);
    }

    @Override
    public String description() {
        return "interactions.json";
    }

    private ControlAnswer list(ControlRequest request) {
        InteractionFilter filter =
                new InteractionFilter(
                        oneOf(request, "status", STATUSES),
                        oneOf(request, "policy_action", ACTIONS),
                        request.query("model").orElse(null),
                        time(request, "since"),
                        time(request, "until"));
        PageRequest page = request.page();
        viewed(request, null);
        return ControlAnswer.ok(log.page(request.tenant(), filter, page));
    }

    private ControlAnswer find(ControlRequest request) {
        UUID id = request.pathId();
        viewed(request, id.toString());
        return ControlAnswer.found(log.find(request.tenant(), id));
    }

    private ControlAnswer stream(ControlRequest request) {
        viewed(request, null);
        return ControlAnswer.ok(streams.watch(request.tenant()));
    }

    private void viewed(ControlRequest request, @Nullable String id) {
        audit.append(request.actor(), AuditEntry.viewed("interactions_viewed", "interaction", id));
    }

    private ControlAnswer report(ControlRequest request) {
        InteractionReport report = request.body(InteractionReport.class);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        TenantId tenant = request.tenant();
        Interaction interaction =
                report.read(
                        request.caller(), findingTypes.apply(tenant), classifiers.of(tenant), now);
        isPolicy(tenant, interaction.policyApplied());
        log.insert(interaction);
        streams.committed(interaction);
        return ControlAnswer.created(interaction);
    }

    /** A policy's name is chosen freely, so only a name that there is can be known to be one. */
    private void isPolicy(TenantId tenant, @Nullable String name) {
        if (name != null
                && policies.all(tenant).stream()
                        .noneMatch(each -> each.policy().name().equals(name))) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "there is no policy of this name; send null",
                            "policy_applied")
                    .asException();
        }
    }

    /** A value that none has would look like a list in which there is nothing. */
    private static @Nullable String oneOf(
            ControlRequest request, String name, List<String> values) {
        String text = request.query(name).orElse(null);
        if (text != null && !values.contains(text)) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            name + " is one of " + String.join(", ", values),
                            name)
                    .asException();
        }
        return text;
    }

    private static @Nullable Instant time(ControlRequest request, String name) {
        String text = request.query(name).orElse(null);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notATime) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            name + " is a time such as 2026-01-31T00:00:00Z",
                            name)
                    .asException();
        }
    }
}
