package dev.avow.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A limit of the law that a request has not met yet.
 *
 * @param at the last moment
 */
record Limit(UUID request, Law law, What what, Instant at) {

    /** What is to be done by then. */
    enum What {
        ANSWER,
        ACKNOWLEDGE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Those that run for a request. */
    static List<Limit> of(PrivacyRequest request) {
        List<Limit> limits = new ArrayList<>();
        if (request.state() == RequestState.DONE) {
            return limits;
        }
        limits.add(new Limit(request.id(), request.law(), What.ANSWER, request.dueAt()));
        if (request.acknowledgeBy() != null && request.acknowledgedAt() == null) {
            limits.add(
                    new Limit(
                            request.id(),
                            request.law(),
                            What.ACKNOWLEDGE,
                            request.acknowledgeBy()));
        }
        return limits;
    }

    /**
     * How near it is: {@code overdue}, or the fewest of these days that it is at most away, such as
     * {@code 3}; empty where it is farther than all of them.
     *
     * @param days the fewest first
     */
    String stage(List<Integer> days, Instant now) {
        if (Clocks.isPast(at, now)) {
            return "overdue";
        }
        return days.stream()
                .filter(each -> !now.isBefore(at.minus(Duration.ofDays(each))))
                .findFirst()
                .map(String::valueOf)
                .orElse("");
    }
}
