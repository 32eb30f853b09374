package dev.avow.detector.js;

import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.identifiers.EuropeanIdentifiers;
import dev.avow.detector.identifiers.OtherIdentifiers;
import dev.avow.detector.patterns.Patterns;
import dev.avow.detector.recognizers.Recognizers;
import dev.avow.detector.secrets.Secrets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The recognizers that are small enough to be sent to a browser: all of tiers 1 and 2 but names and
 * terms, which are lists of many thousand words.
 */
final class Bundle {

    private Bundle() {}

    /**
     * All of them.
     *
     * @return immutable; the order decides between findings that nothing else tells apart
     */
    static List<Recognizer> all() {
        return Stream.of(
                        Recognizers.tier1(),
                        Secrets.tier2(),
                        EuropeanIdentifiers.tier2(),
                        OtherIdentifiers.tier2(),
                        Patterns.tier2())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Those of some tiers and types, in the same order.
     *
     * @param tiers such as 1, 2; what no recognizer has is ignored
     * @param types ids of types; empty for every type
     * @throws IllegalArgumentException where no recognizer here reports a type of the list
     */
    static List<Recognizer> of(List<Integer> tiers, List<String> types) {
        List<Recognizer> all = all();
        for (String type : types) {
            if (all.stream().noneMatch(each -> each.type().id().equals(type))) {
                throw new IllegalArgumentException("no such type: " + type);
            }
        }
        return all.stream()
                .filter(each -> tiers.contains(each.type().tier()))
                .filter(each -> types.isEmpty() || types.contains(each.type().id()))
                .toList();
    }
}
