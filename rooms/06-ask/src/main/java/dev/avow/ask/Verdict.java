package dev.avow.ask;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What follows from a try that came to no answer. */
enum Verdict {
    /** It was not served, and the same provider may do better later. */
    AGAIN,
    /** It was not served, and trying there again is of no use; another provider may do. */
    ELSEWHERE,
    /** It may have been served, and billed. */
    IN_DOUBT,
    /** There is nothing more to try. */
    FINAL;

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NOT_FOUND = 404;

    /**
     * @param begun whether some of the answer has reached the caller
     */
    static Verdict of(Attempt.Failure failure, boolean begun) {
        if (begun) {
            return FINAL;
        }
        return switch (failure) {
            case Attempt.Failure.Refused refused -> ofRefusal(refused.status());
            case Attempt.Failure.Failed failed -> ofFault(failed.fault().code(), failed.status());
        };
    }

    /** A server refuses before it works; of other statuses the request itself is at fault. */
    private static Verdict ofRefusal(int status) {
        return switch (status) {
            case TOO_MANY_REQUESTS, REQUEST_TIMEOUT -> AGAIN;
            case NOT_FOUND -> ELSEWHERE;
            default -> FINAL;
        };
    }

    private static Verdict ofFault(FaultCode code, int status) {
        return switch (code) {
            case PROVIDER_UNREACHABLE, PROVIDER_BUSY -> AGAIN;
            case PROVIDER_REFUSED -> status >= 500 ? AGAIN : ELSEWHERE;
            case PROVIDER_UNAVAILABLE -> ELSEWHERE;
            case PROVIDER_BROKE_OFF, PROVIDER_TIMEOUT -> IN_DOUBT;
            default -> code.kind() == FaultCode.Kind.CALLER ? ELSEWHERE : FINAL;
        };
    }

    /** What a failure says of its provider, for the breaker. */
    static Line.Outcome seen(Attempt.Failure failure) {
        return switch (failure) {
            case Attempt.Failure.Refused _ -> Line.Outcome.WORKED;
            case Attempt.Failure.Failed failed ->
                    switch (failed.fault().code()) {
                        case PROVIDER_UNREACHABLE,
                                PROVIDER_BROKE_OFF,
                                PROVIDER_TIMEOUT,
                                PROVIDER_INVALID_ANSWER ->
                                Line.Outcome.FAILED;
                        case PROVIDER_REFUSED ->
                                failed.status() >= 500 ? Line.Outcome.FAILED : Line.Outcome.UNKNOWN;
                        default -> Line.Outcome.UNKNOWN;
                    };
        };
    }

    /** How a failure is named where a provider's health is shown; null where it is not its own. */
    static @Nullable String named(Attempt.Failure failure) {
        return switch (failure) {
            case Attempt.Failure.Refused refused ->
                    refused.status() == TOO_MANY_REQUESTS ? "status_" + refused.status() : null;
            case Attempt.Failure.Failed failed -> {
                Fault fault = failed.fault();
                yield fault.code().kind() != FaultCode.Kind.UPSTREAM
                        ? null
                        : failed.status() != 0
                                ? "status_" + failed.status()
                                : fault.code().name().toLowerCase(Locale.ROOT);
            }
        };
    }

    /** Whether a failure tells more than one of the request's own making. */
    static boolean isUpstream(Attempt.Failure failure) {
        return switch (failure) {
            case Attempt.Failure.Refused refused -> ofRefusal(refused.status()) == AGAIN;
            case Attempt.Failure.Failed failed ->
                    failed.fault().code().kind() != FaultCode.Kind.CALLER;
        };
    }
}
