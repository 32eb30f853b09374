package dev.avow.words;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a request may go: to its first stop, and where that one cannot answer, to the next.
 *
 * @param alias the route that the caller named; null where it named a model
 * @param stops in the order in which they are asked; never empty
 * @param repeatsInDoubt whether another try may follow one that the provider may have served, and
 *     billed, without its answer having come through
 */
public record Itinerary(@Nullable String alias, List<Destination> stops, boolean repeatsInDoubt) {

    public Itinerary {
        stops = List.copyOf(stops);
        if (stops.isEmpty()) {
            throw new IllegalArgumentException("an itinerary has a stop");
        }
    }

    /** To one place and no other. */
    public static Itinerary to(Destination only) {
        return new Itinerary(null, List.of(only), false);
    }

    /** The stop that is asked first. */
    public Destination first() {
        return stops.getFirst();
    }

    /** How many of the tries for one request may come to be billed, at most. */
    public int mostServed() {
        return repeatsInDoubt ? 2 : 1;
    }

    /** With those of its stops alone that pass; empty where none does. */
    public Optional<Itinerary> keeping(Predicate<Destination> passes) {
        List<Destination> kept = stops.stream().filter(passes).toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Itinerary(alias, kept, repeatsInDoubt));
    }

    /** The same for one stop alone. */
    public Itinerary at(Destination stop) {
        return new Itinerary(alias, List.of(stop), repeatsInDoubt);
    }
}
