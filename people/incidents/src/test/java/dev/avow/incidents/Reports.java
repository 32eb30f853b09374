package dev.avow.incidents;

import dev.avow.words.DataClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports and scopes of fictitious incidents. */
final class Reports {

    static final Instant AWARE = Instant.parse("2026-02-27T10:00:00Z");

    /** 72 hours later, over the end of a month and a weekend. */
    static final Instant DUE = Instant.parse("2026-03-02T10:00:00Z");

    private Reports() {}

    static IncidentReport of(Scope scope, BreachRisk risk) {
        return new IncidentReport(
                Map.of(
                        IncidentText.TITLE, "A lost laptop of Distel",
                        IncidentText.NATURE, "nature-distel",
                        IncidentText.MEASURES, "measures-distel"),
                scope,
                risk,
                null,
                null,
                AWARE);
    }

    static IncidentReport of(BreachRisk risk) {
        return of(Scope.UNKNOWN, risk);
    }

    static Scope span(@Nullable Instant from, @Nullable Instant to, DataClass... classes) {
        return new Scope(
                from,
                to,
                List.of(classes),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static Scope received(
            Scope span, List<String> providers, List<String> hosts, List<String> regions) {
        return new Scope(
                span.from(),
                span.to(),
                List.of(),
                providers,
                hosts,
                regions,
                List.of(),
                List.of(),
                List.of());
    }

    static Scope used(Scope span, List<String> models, List<String> routes, List<UUID> keys) {
        return new Scope(
                span.from(),
                span.to(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                models,
                routes,
                keys);
    }
}
