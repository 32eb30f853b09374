package dev.avow.budgets;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** What a budget and a price must be like; each refusal names the field. */
final class Rules {

    private static final Pattern PROVIDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");
    private static final Pattern MODEL =
            Pattern.compile("\\*|[A-Za-z0-9][A-Za-z0-9._:/+-]{0,199}\\*?");
    private static final BigDecimal MOST_PRICE = BigDecimal.valueOf(10_000);
    private static final BigDecimal MOST_BUDGET = BigDecimal.valueOf(1_000_000);
    private static final long MOST_TOKENS = 1_000_000_000_000L;
    private static final int MICRO_DIGITS = 6;

    private Rules() {}

    /** A price in dollars for a million tokens, in micros. */
    static long price(BigDecimal dollars, String field) {
        return micros(dollars, MOST_PRICE, field);
    }

    static @Nullable Long priceOrNull(@Nullable BigDecimal dollars, String field) {
        return dollars == null ? null : price(dollars, field);
    }

    /** A budget in dollars, in micros. */
    static @Nullable Long budget(@Nullable BigDecimal dollars) {
        return dollars == null ? null : micros(dollars, MOST_BUDGET, "usd");
    }

    private static long micros(BigDecimal dollars, BigDecimal most, String field) {
        BigDecimal brief = dollars.signum() == 0 ? BigDecimal.ZERO : dollars.stripTrailingZeros();
        if (brief.signum() < 0 || brief.scale() > MICRO_DIGITS || brief.compareTo(most) > 0) {
            throw Fault.wrong(
                    field,
                    field
                            + " is an amount of US dollars from 0 to "
                            + most
                            + ", with at most "
                            + MICRO_DIGITS
                            + " digits after the point");
        }
        return brief.movePointRight(MICRO_DIGITS).longValueExact();
    }

    static @Nullable Long tokens(@Nullable Long tokens) {
        if (tokens != null && (tokens < 0 || tokens > MOST_TOKENS)) {
            throw Fault.wrong("tokens", "tokens is a whole number from 0 to " + MOST_TOKENS);
        }
        return tokens;
    }

    static String provider(String provider) {
        if (!PROVIDER.matcher(provider).matches()) {
            throw Fault.wrong(
                    "provider", "a provider is named by its name here, its host or its kind");
        }
        return provider;
    }

    static String model(String model) {
        if (!MODEL.matcher(model).matches()) {
            throw Fault.wrong("model", "a model's name, or the beginning of one and a *");
        }
        return model;
    }

    static String source(String source) {
        String trimmed = source.strip();
        if (trimmed.isEmpty()
                || trimmed.length() > 500
                || trimmed.chars().anyMatch(Character::isISOControl)) {
            throw Fault.wrong("source", "say where the price was read, in 1 to 500 characters");
        }
        return trimmed;
    }

    /**
     * What the database refuses for being there twice, or for a key or person that is not there.
     */
    static RuntimeException told(UnableToExecuteStatementException failed, String what) {
        if (failed.getCause() instanceof SQLException sql && sql.getSQLState() != null) {
            return switch (sql.getSQLState()) {
                case "23505" ->
                        Fault.of(
                                        FaultCode.CONFLICT,
                                        "there is such a " + what + "; change that one")
                                .asException();
                case "23503" ->
                        Fault.wrong("subject_id", "the tenant has no key or person of this id");
                default -> failed;
            };
        }
        return failed;
    }
}
