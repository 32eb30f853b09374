package dev.avow.registry;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Draws the order in which a route's targets are asked: by priority, and within one by chance, each
 * target first as often as its weight says, then the others by theirs.
 *
 * <p>Each target gets the key -ln(u) / weight, u by chance; smaller keys go first. That is drawing
 * without putting back, in one sort (Efraimidis and Spirakis, "Weighted random sampling with a
 * reservoir", 2006).
 */
final class RouteOrder {

    private record Keyed(RouteTarget target, double key) {}

    private static final Comparator<Keyed> ORDER =
            Comparator.<Keyed>comparingInt(each -> each.target().priority())
                    .thenComparingDouble(Keyed::key);

    private RouteOrder() {}

    /**
     * @param chance numbers from 0 (included) to 1 (left out)
     */
    static List<RouteTarget> draw(List<RouteTarget> targets, DoubleSupplier chance) {
        if (targets.size() == 1) {
            return targets;
        }
        return targets.stream()
                .map(each -> new Keyed(each, -Math.log1p(-chance.getAsDouble()) / each.weight()))
                .sorted(ORDER)
                .map(Keyed::target)
                .toList();
    }
}
