package dev.avow.budgets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prices that come with the program: few, of the providers' own public lists, by the providers'
 * own hosts, since another server of the same models has prices of its own. A model that is not
 * here has no price, which is not a price of nothing. They grow old; what a tenant enters goes
 * before them.
 */
final class BuiltInPrices {

    private static final String OPENAI = "api.openai.com";
    private static final String ANTHROPIC = "api.anthropic.com";
    private static final String READ = "list price of standard processing, as of March 2026";

    /** From when on; uses before are not priced anew. */
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

    private static final List<Price> ALL = all();

    private BuiltInPrices() {}

    static List<Price> list() {
        return ALL;
    }

    private static List<Price> all() {
        List<Price> prices = new ArrayList<>();
        prices.add(new Price("avow", "mirror", FROM, 0, null, null, 0, "it is built in"));
        dated(prices, "gpt-5", "1.25", "0.125", "10");
        dated(prices, "gpt-5-mini", "0.25", "0.025", "2");
        dated(prices, "gpt-5-nano", "0.05", "0.005", "0.40");
        dated(prices, "gpt-5.1", "1.25", "0.125", "10");
        dated(prices, "gpt-4.1", "2", "0.50", "8");
        dated(prices, "gpt-4.1-mini", "0.40", "0.10", "1.60");
        dated(prices, "gpt-4.1-nano", "0.10", "0.025", "0.40");
        dated(prices, "gpt-4o-mini", "0.15", "0.075", "0.60");
        prices.add(price(OPENAI, "gpt-4o", "2.50", "1.25", null, "10"));
        prices.add(price(OPENAI, "gpt-4o-2024-08-06", "2.50", "1.25", null, "10"));
        prices.add(price(OPENAI, "gpt-4o-2024-11-20", "2.50", "1.25", null, "10"));
        dated(prices, "o3", "2", "0.50", "8");
        dated(prices, "o4-mini", "1.10", "0.275", "4.40");
        prices.add(price(OPENAI, "text-embedding-3-small", "0.02", null, null, "0"));
        prices.add(price(OPENAI, "text-embedding-3-large", "0.13", null, null, "0"));
        prices.add(price(ANTHROPIC, "claude-opus-4-5*", "5", "0.50", "6.25", "25"));
        prices.add(price(ANTHROPIC, "claude-opus-4-1*", "15", "1.50", "18.75", "75"));
        prices.add(price(ANTHROPIC, "claude-opus-4-2025*", "15", "1.50", "18.75", "75"));
        prices.add(price(ANTHROPIC, "claude-sonnet-4-5*", "3", "0.30", "3.75", "15"));
        prices.add(price(ANTHROPIC, "claude-sonnet-4-2025*", "3", "0.30", "3.75", "15"));
        prices.add(price(ANTHROPIC, "claude-haiku-4-5*", "1", "0.10", "1.25", "5"));
        prices.add(price(ANTHROPIC, "claude-3-5-haiku*", "0.80", "0.08", "1", "4"));
        prices.add(price(ANTHROPIC, "claude-3-haiku*", "0.25", "0.03", "0.30", "1.25"));
        return List.copyOf(prices);
    }

    /** A model of OpenAI's and its versions, which are named after their days. */
    private static void dated(
            List<Price> prices, String model, String input, String cached, String output) {
        prices.add(price(OPENAI, model, input, cached, null, output));
        prices.add(price(OPENAI, model + "-202*", input, cached, null, output));
    }

    private static Price price(
            String host,
            String model,
            String input,
            @Nullable String cached,
            @Nullable String written,
            String output) {
        return new Price(
                host,
                model,
                FROM,
                micros(input),
                orNull(cached),
                orNull(written),
                micros(output),
                READ);
    }

    private static @Nullable Long orNull(@Nullable String dollars) {
        return dollars == null ? null : micros(dollars);
    }

    private static long micros(String dollars) {
        return new BigDecimal(dollars).movePointRight(6).longValueExact();
    }
}
