package dev.avow.bench.detector;

import dev.avow.detector.api.Detector;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.identifiers.EuropeanIdentifiers;
import dev.avow.detector.identifiers.OtherIdentifiers;
import dev.avow.detector.names.NameDetector;
import dev.avow.detector.patterns.Patterns;
import dev.avow.detector.recognizers.Recognizers;
import dev.avow.detector.secrets.Secrets;
import dev.avow.detector.terms.Terms;
import java.util.ArrayList;
import java.util.List;

/** What is measured. */
record Tier(String name, String title, Detector detector) {

    static final Tier FIRST = new Tier("1", "tier 1", Detectors.of(Recognizers.tier1()));

    static final Tier PATTERNS =
            new Tier("1+2", "tiers 1 and 2 without names", Detectors.of(patterns()));

    static final Tier WITH_NAMES =
            new Tier(
                    "1+2+names",
                    "tiers 1 and 2 with names",
                    Detectors.combined(List.of(Detectors.of(patterns()), NameDetector.standard())));

    static final List<Tier> ALL = List.of(FIRST, PATTERNS, WITH_NAMES);

    /** The tier of a name; an unknown one is an error. */
    static Tier named(String name) {
        return ALL.stream().filter(tier -> tier.name().equals(name)).findFirst().orElseThrow();
    }

    /** What tiers 1 and 2 without names are made of. */
    static List<Recognizer> patterns() {
        List<Recognizer> all = new ArrayList<>(Recognizers.tier1());
        all.addAll(Secrets.tier2());
        all.addAll(EuropeanIdentifiers.tier2());
        all.addAll(OtherIdentifiers.tier2());
        all.addAll(Patterns.tier2());
        all.addAll(Terms.tier2());
        return all;
    }
}
