package dev.avow.decide;

import static java.util.Map.entry;

import dev.avow.classify.Classification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How much harm a request's findings could do, from 0 to 1.
 *
 * <p>Each type has a weight: the harm of one value in the wrong hands. A type's share is {@code 1 -
 * (1 - weight × confidence)^n} with {@code n = 1 + log2(count)}, so that more values weigh more,
 * though ever less so; shares are joined as independent harms, {@code 1 - Π(1 - share)}. The
 * levels: low below 0.30, medium below 0.60, high below 0.85, critical from there.
 *
 * @param score 0 to 1, rounded to two decimals
 */
public record Risk(double score) {

    /** Coarse steps of the score. */
    public enum Level {
        LOW(0),
        MEDIUM(0.30),
        HIGH(0.60),
        CRITICAL(0.85);

        private final double from;

        Level(double from) {
            this.from = from;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The level of that name; empty where there is none. */
        public static Optional<Level> of(String id) {
            for (Level level : values()) {
                if (level.id().equals(id)) {
                    return Optional.of(level);
                }
            }
            return Optional.empty();
        }
    }

    private static final double OTHER = 0.30;

    private static final Map<String, Double> WEIGHTS =
            Map.ofEntries(
                    entry("email", 0.20),
                    entry("phone", 0.20),
                    entry("fr_siren", 0.10),
                    entry("fr_siret", 0.10),
                    entry("iban", 0.50),
                    entry("payment_card", 0.70),
                    entry("fr_nir", 0.70),
                    entry("attachment", 0.10),
                    // These only say which attachment it was.
                    entry("image", 0.0),
                    entry("audio", 0.0),
                    entry("document", 0.0));

    /** The risk of these findings; 0 for none. */
    public static Risk of(List<Classification> classifications) {
        double safe = 1;
        for (Classification each : classifications) {
            double harm = WEIGHTS.getOrDefault(each.type(), OTHER) * each.confidence();
            double repeats = 1 + Math.log(each.count()) / Math.log(2);
            safe *= Math.pow(1 - harm, repeats);
        }
        return new Risk(Math.round((1 - safe) * 100) / 100.0);
    }

    public Level level() {
        Level reached = Level.LOW;
        for (Level level : Level.values()) {
            if (score >= level.from) {
                reached = level;
            }
        }
        return reached;
    }
}
