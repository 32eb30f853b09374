package dev.avow.words;

import java.util.Locale;

/**
 * Every way in which a request can fail. HTTP status, log level and whether to retry hang off the
 * code; clients may rely on {@link #id()}.
 */
public enum FaultCode {
    MALFORMED_JSON(Kind.CALLER, 400),
    INVALID_UTF8(Kind.CALLER, 400),
    INVALID_VALUE(Kind.CALLER, 400),
    MISSING_VALUE(Kind.CALLER, 400),
    UNKNOWN_FIELD(Kind.CALLER, 400),
    INVALID_API_KEY(Kind.CALLER, 401),
    API_KEY_REVOKED(Kind.CALLER, 401),
    API_KEY_EXPIRED(Kind.CALLER, 401),
    NOT_SIGNED_IN(Kind.CALLER, 401),
    WRONG_CREDENTIALS(Kind.CALLER, 401),
    NOT_ALLOWED(Kind.CALLER, 403),
    MODEL_NOT_ALLOWED(Kind.CALLER, 403),
    PRICE_UNKNOWN(Kind.CALLER, 403),
    REGION_NOT_ALLOWED(Kind.CALLER, 403),
    POLICY_BLOCKED(Kind.CALLER, 403),
    /** The person wants their data kept and nothing else done with it. */
    PROCESSING_RESTRICTED(Kind.CALLER, 403),
    NOT_FOUND(Kind.CALLER, 404),
    MODEL_NOT_FOUND(Kind.CALLER, 404),
    METHOD_NOT_ALLOWED(Kind.CALLER, 405),
    CONFLICT(Kind.CALLER, 409),
    POLICY_COACH(Kind.CALLER, 409),
    /** A legal hold keeps what was to be erased. */
    LEGAL_HOLD(Kind.CALLER, 409),
    BODY_TOO_LARGE(Kind.CALLER, 413),
    UNSUPPORTED_MEDIA_TYPE(Kind.CALLER, 415),
    /** Another try is of no use before the budget's next day or month. */
    BUDGET_EXCEEDED(Kind.CALLER, 429),
    RATE_LIMIT_EXCEEDED(Kind.CAPACITY, 429),
    TOO_MANY_ATTEMPTS(Kind.CAPACITY, 429),
    INTERNAL(Kind.US, 500),
    CLASSIFICATION_INCOMPLETE(Kind.US, 503),
    RECORD_UNAVAILABLE(Kind.US, 503),
    STORE_UNAVAILABLE(Kind.US, 503),
    OVERLOADED(Kind.CAPACITY, 503),
    /** It has as many requests of ours as it may. */
    PROVIDER_BUSY(Kind.CAPACITY, 503),
    PROVIDER_UNREACHABLE(Kind.UPSTREAM, 502),
    /** It failed several times in a row, so it is not asked for a while. */
    PROVIDER_UNAVAILABLE(Kind.UPSTREAM, 503),
    PROVIDER_INVALID_ANSWER(Kind.UPSTREAM, 502),
    PROVIDER_BROKE_OFF(Kind.UPSTREAM, 502),
    PROVIDER_REFUSED(Kind.UPSTREAM, 502),
    PROVIDER_TIMEOUT(Kind.UPSTREAM, 504);

    /** Whose doing a fault is. */
    public enum Kind {
        CALLER,
        US,
        UPSTREAM,
        CAPACITY
    }

    private final Kind kind;
    private final int httpStatus;
    private final String id;

    FaultCode(Kind kind, int httpStatus) {
        this.kind = kind;
        this.httpStatus = httpStatus;
        this.id = name().toLowerCase(Locale.ROOT);
    }

    public Kind kind() {
        return kind;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** Stable, lower-case with underscores, as it stands in an error answer's {@code code}. */
    public String id() {
        return id;
    }
}
