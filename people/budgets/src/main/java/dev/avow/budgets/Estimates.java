package dev.avow.budgets;

import dev.avow.words.Charge;
import dev.avow.words.Destination;
import dev.avow.words.Itinerary;
import dev.avow.words.Usage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one request may come to at each of its stops, by the prices of its day. Immutable. */
final class Estimates {

    private final Usage usage;
    private final Map<Destination, Optional<Price>> prices;

    private Estimates(Usage usage, Map<Destination, Optional<Price>> prices) {
        this.usage = usage;
        this.prices = Map.copyOf(prices);
    }

    static Estimates of(Itinerary itinerary, Usage usage, PriceList list, long day) {
        Map<Destination, Optional<Price>> prices = HashMap.newHashMap(itinerary.stops().size());
        for (Destination stop : itinerary.stops()) {
            prices.put(stop, list.find(stop, day));
        }
        return new Estimates(usage, prices);
    }

    boolean allPriced() {
        return prices.values().stream().allMatch(Optional::isPresent);
    }

    /** What so many tries come to at the dearest stop. */
    Charge dearest(int times) {
        Charge most = null;
        for (Destination stop : prices.keySet()) {
            Charge each = expected(stop);
            if (most == null || each.picosOrZero() > most.picosOrZero()) {
                most = each;
            }
        }
        Charge once = most == null ? Charge.NOTHING : most;
        Charge all = once;
        for (int i = 1; i < times; i++) {
            all = sum(all, once);
        }
        return all;
    }

    /** What a try that may have been served counts for. */
    Charge expected(Destination stop) {
        return charge(usage, price(stop));
    }

    /** What a provider counted; what it left out is what was expected. */
    Charge counted(Usage said, Destination stop) {
        return charge(
                new Usage(
                        said.fresh() == null ? usage.fresh() : said.fresh(),
                        said.cached(),
                        said.cacheWritten(),
                        said.out() == null ? usage.out() : said.out()),
                price(stop));
    }

    /** Unpriced where either is. */
    static Charge sum(Charge one, Charge other) {
        return new Charge(
                one.picos() == null || other.picos() == null
                        ? null
                        : Long.valueOf(Tally.sum(one.picos(), other.picos())),
                Tally.sum(one.tokens(), other.tokens()));
    }

    private @Nullable Price price(Destination stop) {
        return prices.getOrDefault(stop, Optional.empty()).orElse(null);
    }

    private static Charge charge(Usage usage, @Nullable Price price) {
        long tokens = usage.cached() + usage.cacheWritten();
        tokens += usage.fresh() == null ? 0 : usage.fresh();
        tokens += usage.out() == null ? 0 : usage.out();
        return new Charge(price == null ? null : price.picos(usage), tokens);
    }
}
