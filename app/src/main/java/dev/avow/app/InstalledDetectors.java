package dev.avow.app;

import dev.avow.classify.Classifier;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.identifiers.EuropeanIdentifiers;
import dev.avow.detector.identifiers.OtherIdentifiers;
import dev.avow.detector.names.NameDetector;
import dev.avow.detector.patterns.Patterns;
import dev.avow.detector.recognizers.Recognizers;
import dev.avow.detector.secrets.Secrets;
import dev.avow.detector.terms.Terms;
import dev.avow.engines.guards.GuardModel;
import dev.avow.engines.guards.InjectionSignals;
import dev.avow.engines.topics.TopicDetector;
import dev.avow.engines.topics.TopicModel;
import dev.avow.files.ScanDetectors;
import dev.avow.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The detectors of this installation, by tier. */
final class InstalledDetectors {

    /** What of an answer was not looked at. */
    private static final String UNSCANNED = "unscanned";

    private InstalledDetectors() {}

    /** The highest tier that the settings turn on. */
    static int tier(Settings settings) {
        return settings.classification().tier2Enabled() ? 2 : 1;
    }

    /** What tier 1, or tiers 1 and 2, recognise by pattern. */
    static List<Recognizer> recognizers(int tier) {
        List<Recognizer> all = new ArrayList<>(Recognizers.tier1());
        if (tier > 1) {
            all.addAll(Secrets.tier2());
            all.addAll(EuropeanIdentifiers.tier2());
            all.addAll(OtherIdentifiers.tier2());
            all.addAll(Patterns.tier2());
            all.addAll(Terms.tier2());
        }
        return all;
    }

    static Detector of(int tier) {
        Detector patterns = Detectors.of(recognizers(tier));
        return tier == 1
                ? patterns
                : Detectors.combined(List.of(patterns, NameDetector.standard()));
    }

    /** For files, where all tiers are turned on. */
    static ScanDetectors forFiles() {
        return new ScanDetectors(InstalledDetectors::of, InstalledDetectors::types, tiers());
    }

    /** The types that there are, turned on or not, with their tier; also those of requests. */
    static Map<String, Integer> tiers() {
        Map<String, Integer> tiers = new TreeMap<>();
        recognizers(2).forEach(each -> tiers.put(each.type().id(), each.type().tier()));
        NameDetector.TYPES.forEach(type -> tiers.put(type.id(), type.tier()));
        TopicDetector.TYPES.forEach(type -> tiers.put(type.id(), type.tier()));
        TopicModel.MORE.forEach(type -> tiers.put(type.id(), type.tier()));
        InjectionSignals.TYPES.forEach(type -> tiers.put(type.id(), type.tier()));
        for (FindingType type : List.of(GuardModel.FLAGGED, GuardModel.UNJUDGED)) {
            tiers.put(type.id(), type.tier());
        }
        tiers.put(Classifier.ATTACHMENT.id(), Classifier.ATTACHMENT.tier());
        Classifier.ATTACHMENT_KINDS.forEach(kind -> tiers.put(kind, Classifier.ATTACHMENT.tier()));
        tiers.put(UNSCANNED, 1);
        return tiers;
    }

    /** The types that a tier's detector reports, in the order of their names. */
    static Set<String> types(int tier) {
        Set<String> types = new TreeSet<>();
        recognizers(tier).forEach(each -> types.add(each.type().id()));
        if (tier > 1) {
            NameDetector.TYPES.forEach(type -> types.add(type.id()));
        }
        return types;
    }
}
