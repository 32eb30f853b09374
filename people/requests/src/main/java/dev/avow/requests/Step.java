package dev.avow.requests;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be done with a request. */
public enum Step {
    ACKNOWLEDGE,
    SEND_CODE,
    VERIFY,
    EXTEND,
    APPROVE,
    REFUSE,
    COMPLETE;

    /** As the API names it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is possible with this request now, in the order of their declaration. */
    public static Set<Step> possible(PrivacyRequest request, Instant now) {
        EnumSet<Step> steps =
                switch (request.state()) {
                    case RECEIVED -> EnumSet.of(SEND_CODE, VERIFY, REFUSE);
                    case VERIFIED -> EnumSet.of(APPROVE, REFUSE);
                    case APPROVED, REFUSED -> EnumSet.of(COMPLETE);
                    case DONE -> EnumSet.noneOf(Step.class);
                };
        if (request.state() == RequestState.DONE) {
            return steps;
        }
        // 11 CCR 7026(d): whoever opts out of sale need not prove who they are.
        if (request.state() == RequestState.RECEIVED
                && request.law() == Law.CCPA
                && request.kind() == RequestKind.OPT_OUT) {
            steps.add(APPROVE);
        }
        if (request.acknowledgedAt() == null) {
            steps.add(ACKNOWLEDGE);
        }
        if (request.extendedAt() == null
                && request.state() != RequestState.REFUSED
                && !Clocks.isPast(request.dueAt(), now)
                && Clocks.extended(request.law(), request.kind(), request.receivedAt())
                        .isPresent()) {
            steps.add(EXTEND);
        }
        return steps;
    }
}
