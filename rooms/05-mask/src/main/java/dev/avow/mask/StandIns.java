package dev.avow.mask;

import dev.avow.arrive.Segment;
import dev.avow.decide.MaskMode;
import dev.avow.decide.MaskRules;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands for the findings of one request, each by the mode of its type. Not safe for more than
 * one thread.
 */
final class StandIns {

    private final MaskRules rules;
    private final HashKey key;
    private final Beside beside;
    private final Pseudonyms pseudonyms;
    private final Synthetics synthetics;

    /**
     * @param texts all that the request holds: none of it is given out
     */
    StandIns(MaskRules rules, HashKey key, List<String> texts, Beside beside) {
        this.rules = rules;
        this.key = key;
        this.beside = beside;
        this.pseudonyms = new Pseudonyms(beside.numbersFrom());
        pseudonyms.goOnWith(beside.files().unmaskedOriginals(UnmaskAccess.granted()));
        texts.forEach(pseudonyms::reserveThoseIn);
        this.synthetics = new Synthetics(texts, rules.checksumHolds());
    }

    /** Every text of a request. */
    static List<String> textsOf(List<Segment> segments) {
        List<String> texts = new ArrayList<>();
        Segment.eachLeaf(segments, leaf -> texts.add(leaf.unmaskedText()));
        return texts;
    }

    /**
     * A text with its findings replaced.
     *
     * @param isName whether it is a member's name: two of them in one object must not become one,
     *     so a mode that could make them so gives way to pseudonyms
     */
    String replace(String text, List<Finding> findings, boolean isName) {
        StringBuilder replaced = new StringBuilder(text.length());
        int copied = 0;
        for (Finding finding : findings) {
            String original = text.substring(finding.start(), finding.end());
            String standIn = standIn(finding.type(), original, isName);
            replaced.append(text, copied, finding.start())
                    .append(standIn.isEmpty() ? gap(text, finding) : standIn);
            copied = finding.end();
        }
        return replaced.append(text, copied, text.length()).toString();
    }

    /** What was removed must not make one number of what stood beside it. */
    private static String gap(String text, Finding finding) {
        int before = finding.start() - 1;
        while (before >= 0 && !Character.isLetterOrDigit(text.charAt(before))) {
            before--;
        }
        int after = finding.end();
        while (after < text.length() && !Character.isLetterOrDigit(text.charAt(after))) {
            after++;
        }
        boolean between =
                before >= 0
                        && after < text.length()
                        && Character.isDigit(text.charAt(before))
                        && Character.isDigit(text.charAt(after));
        return between ? "…" : "";
    }

    private String standIn(FindingType type, String original, boolean isName) {
        MaskMode mode = rules.of(type.id());
        return switch (mode) {
            case PSEUDONYM -> pseudonyms.of(type, original);
            case SYNTHETIC -> {
                // Another file's could be the same.
                String made = beside.isFile() ? null : synthetics.of(type, original);
                yield made == null ? pseudonyms.of(type, original) : made;
            }
            case HASH -> OneWay.hash(type, original, key);
            case PLACEHOLDER -> isName ? pseudonyms.of(type, original) : OneWay.placeholder(type);
            case PARTIAL -> isName ? pseudonyms.of(type, original) : OneWay.partial(original);
            case REMOVE -> isName ? pseudonyms.of(type, original) : "";
        };
    }

    /** What can be put back. */
    Keepsake keepsake() {
        Map<String, String> originals = new HashMap<>(pseudonyms.originals());
        originals.putAll(synthetics.originals());
        Keepsake own = originals.isEmpty() ? Keepsake.empty() : new Keepsake(originals);
        return own.and(beside.files());
    }
}
