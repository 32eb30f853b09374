package dev.avow.custom;

import dev.avow.detector.api.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is never reported, by type. Immutable once built, safe for threads. */
final class AllowLists {

    /** The lists that are about every type. */
    private static final String ALL = "";

    /** What is allowed of one type. */
    private static final class Allowed {
        private final Set<String> exact = new HashSet<>();
        private final Set<String> folded = new HashSet<>();
        private final List<SafePattern> patterns = new ArrayList<>();

        void add(DetectionList list) {
            switch (list.match()) {
                case EXACT -> exact.addAll(list.values());
                case IGNORE_CASE -> list.values().forEach(each -> folded.add(Folded.of(each)));
                case PATTERN ->
                        list.values().forEach(each -> patterns.add(SafePattern.compile(each)));
            }
        }

        boolean allows(String value) {
            return exact.contains(value)
                    || (!folded.isEmpty() && folded.contains(Folded.of(value)))
                    || patterns.stream().anyMatch(each -> each.matches(value));
        }
    }

    private final Map<String, Allowed> byType = new HashMap<>();

    AllowLists(List<DetectionList> lists) {
        for (DetectionList list : lists) {
            if (list.kind() == DetectionList.Kind.ALLOW) {
                String type = list.type() == null ? ALL : list.type();
                byType.computeIfAbsent(type, _ -> new Allowed()).add(list);
            }
        }
    }

    /** Whether a finding is one of those that are never reported. */
    boolean allows(String text, Finding finding) {
        if (byType.isEmpty()) {
            return false;
        }
        Allowed ofType = byType.get(finding.type().id());
        Allowed ofAll = byType.get(ALL);
        if (ofType == null && ofAll == null) {
            return false;
        }
        String value = text.substring(finding.start(), finding.end());
        return (ofType != null && ofType.allows(value)) || (ofAll != null && ofAll.allows(value));
    }
}
