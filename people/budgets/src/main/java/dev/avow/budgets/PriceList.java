package dev.avow.budgets;

import dev.avow.words.Destination;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * The prices of a tenant. Of several that fit, the tenant's own goes before one that came with the
 * program; then one by the provider's name before one by its host before one by its kind; then the
 * one that says most closely which model is meant; then the latest that is in force. Safe for any
 * thread.
 */
final class PriceList {

    private static final int REMEMBERED = 10_000;

    /** A day's answer for a destination. */
    private record Asked(String platform, String host, String model, long day) {}

    /** A price and how well it fits; what is greater fits better. */
    private record Fitting(Price price, int own, int provider) {}

    private static final Comparator<Fitting> BEST =
            Comparator.comparingInt(Fitting::own)
                    .thenComparingInt(Fitting::provider)
                    .thenComparingInt(each -> each.price().closeness())
                    .thenComparing(each -> each.price().validFrom());

    private final List<Price> own;
    private final List<Price> builtIn;
    private final Function<Destination, Optional<String>> kinds;
    private final ConcurrentMap<Asked, Optional<Price>> known = new ConcurrentHashMap<>();

    /**
     * @param kinds the kind of a destination's provider, from memory
     */
    PriceList(List<Price> own, List<Price> builtIn, Function<Destination, Optional<String>> kinds) {
        this.own = List.copyOf(own);
        this.builtIn = List.copyOf(builtIn);
        this.kinds = kinds;
    }

    /** The price in force on a day since 1970; empty where none is known. */
    Optional<Price> find(Destination destination, long day) {
        Asked asked =
                new Asked(destination.platformId(), destination.host(), destination.model(), day);
        Optional<Price> found = known.get(asked);
        if (found == null) {
            found = look(destination, LocalDate.ofEpochDay(day));
            if (known.size() > REMEMBERED) {
                known.clear();
            }
            known.put(asked, found);
        }
        return found;
    }

    private Optional<Price> look(Destination destination, LocalDate day) {
        String kind = kinds.apply(destination).orElse("");
        Fitting best = best(own, 1, destination, kind, day);
        if (best == null) {
            best = best(builtIn, 0, destination, kind, day);
        }
        return best == null ? Optional.empty() : Optional.of(best.price());
    }

    private static @org.jspecify.annotations.Nullable Fitting best(
            List<Price> prices, int own, Destination destination, String kind, LocalDate day) {
        return prices.stream()
                .filter(price -> !price.validFrom().isAfter(day))
                .filter(price -> price.isOfModel(destination.model()))
                .map(price -> new Fitting(price, own, provider(price, destination, kind)))
                .filter(each -> each.provider() > 0)
                .max(BEST)
                .orElse(null);
    }

    private static int provider(Price price, Destination destination, String kind) {
        if (price.provider().equals(destination.platformId())) {
            return 3;
        }
        if (price.provider().equals(destination.host())) {
            return 2;
        }
        return price.provider().equals(kind) ? 1 : 0;
    }
}
