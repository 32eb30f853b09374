package dev.avow.engines.guards;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Signals of prompt injection and jailbreak. The finding's type is the rule's id. They are
 * heuristics over the words and the form of a text: who knows them can write around them, and
 * people who write about them meet them too. How often they are right stands in docs/guards.md.
 *
 * <p>Time is linear in the text. Immutable; safe for any thread.
 */
public final class InjectionSignals implements Detector {

    static final FindingType TEMPLATE = new FindingType("injection_template", 3);
    static final FindingType HIDDEN = new FindingType("injection_hidden", 3);
    static final FindingType ENCODED = new FindingType("injection_encoded", 3);

    /** All that it reports. */
    public static final List<FindingType> TYPES =
            List.of(
                    Phrases.OVERRIDE,
                    Phrases.PERSONA,
                    Phrases.REVEAL,
                    TEMPLATE,
                    HIDDEN,
                    ENCODED,
                    Links.LINK);

    @Override
    public Scan scan(CharSequence text, Budget budget) {
        String all = text.toString();
        boolean cut = all.length() > budget.maxChars();
        String read = cut ? all.substring(0, budget.maxChars()) : all;
        List<Finding> found = new ArrayList<>(phrases(read));
        found.addAll(Links.in(read));
        forms(read, found);
        for (Encoded.Run run : Encoded.in(read)) {
            if (!phrases(run.text()).isEmpty()) {
                found.add(
                        new Finding(ENCODED, run.start(), run.end(), 0.9, Finding.Reason.CONTEXT));
            }
        }
        return new Scan(
                apart(found),
                cut ? new Coverage.Partial(Coverage.Why.TOO_LONG) : Coverage.COMPLETE);
    }

    private static void forms(String text, List<Finding> into) {
        int template = Templates.in(text);
        if (template >= 0) {
            into.add(new Finding(TEMPLATE, template, template + 1, 0.8, Finding.Reason.PATTERN));
        }
        double hidden = Hidden.in(text);
        if (hidden > 0) {
            into.add(new Finding(HIDDEN, 0, 1, hidden, Finding.Reason.PATTERN));
        }
    }

    private static List<Finding> phrases(String text) {
        Words words = Words.of(text);
        List<Finding> found = new ArrayList<>();
        for (Map.Entry<FindingType, List<PhraseRule>> rules : Phrases.ALL.entrySet()) {
            int from = 0;
            while (from < words.size()) {
                int end = add(rules, words, from, found);
                from = Math.max(end, from) + 1;
            }
        }
        return found;
    }

    private static int add(
            Map.Entry<FindingType, List<PhraseRule>> rules,
            Words words,
            int opening,
            List<Finding> into) {
        for (PhraseRule rule : rules.getValue()) {
            int end = rule.end(words, opening);
            if (end >= 0) {
                into.add(
                        new Finding(
                                rules.getKey(),
                                words.starts().get(opening),
                                words.ends().get(end),
                                rule.confidence(),
                                Finding.Reason.PATTERN));
                return end;
            }
        }
        return -1;
    }

    /** In order; of those that lie over each other the first. */
    private static List<Finding> apart(List<Finding> found) {
        found.sort(Comparator.comparingInt(Finding::start).thenComparing(each -> each.type().id()));
        List<Finding> apart = new ArrayList<>();
        int end = 0;
        for (Finding each : found) {
            if (each.start() >= end) {
                apart.add(each);
                end = each.end();
            }
        }
        return apart;
    }

    /** Of these only the addresses that send data: what answers are looked at for. */
    public static Detector links() {
        return (text, _) -> new Scan(Links.in(text.toString()), Coverage.COMPLETE);
    }
}
