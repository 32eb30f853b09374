package dev.avow.decide;

import dev.avow.classify.Classified;
import dev.avow.words.Destination;
import dev.avow.words.Itinerary;

/**
 * Holds the further stops of a request to what policy says of its first: a policy may name a
 * platform or a model, and nothing goes by a fallback to where it would not be let as it is.
 */
public final class Unanimity {

    private Unanimity() {}

    /** The request with those of its stops for which policy decides as it does for the first. */
    public static Classified of(Classified classified, PolicySet policies, boolean acknowledged) {
        Itinerary itinerary = classified.admitted().itinerary();
        if (itinerary.stops().size() == 1) {
            return classified;
        }
        Destination first = itinerary.first();
        Decision decided = at(first, classified, policies, acknowledged);
        return itinerary
                .keeping(stop ->
                        stop.equals(first)
                                || alike(decided, at(stop, classified, policies, acknowledged)))
                .map(classified::by)
                .orElse(classified);
    }

    private static Decision at(
            Destination stop, Classified classified, PolicySet policies, boolean acknowledged) {
        return Decider.decide(
                classified.by(classified.admitted().itinerary().at(stop)), policies, acknowledged);
    }

    private static boolean alike(Decision one, Decision other) {
        return one.getClass().equals(other.getClass())
                && java.util.Objects.equals(one.policy(), other.policy());
    }
}
