package dev.avow.mask;

import dev.avow.classify.Classified;
import dev.avow.detector.api.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a request held itself, so that an answer which says it again tells the caller nothing new.
 * For one answer; not safe for more than one thread.
 */
public final class OwnValues {

    /** Characters that are searched for all values of one answer; what is left is not known. */
    private static final long MOST_SEARCHED = 64L << 20;

    private final Classified classified;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Set<String> found = new HashSet<>();
    private List<String> texts = List.of();
    private boolean gathered;
    private long searched;

    private final Keepsake files;

    private OwnValues(Classified classified, Keepsake files) {
        this.classified = classified;
        this.files = files;
    }

    /** Of that request. Costs nothing until it is asked. */
    public static OwnValues of(Classified classified) {
        return of(classified, Keepsake.empty());
    }

    /**
     * Of that request, and of files that it names.
     *
     * @param keepsake what stands for what in them
     */
    public static OwnValues of(Classified classified, Keepsake keepsake) {
        return new OwnValues(classified, keepsake);
    }

    /**
     * Whether the request held the value: found in it, written in whatever groups, or standing in
     * one of its texts as a word of its own.
     */
    public boolean hold(String value) {
        gather();
        return known.computeIfAbsent(value, each -> found.contains(bare(each)) || stands(each));
    }

    private void gather() {
        if (gathered) {
            return;
        }
        gathered = true;
        files.unmaskedOriginals(UnmaskAccess.granted())
                .values()
                .forEach(each -> found.add(bare(each)));
        texts = StandIns.textsOf(classified.admitted().arrived().segments());
        Iterator<List<Finding>> findings = classified.findings().iterator();
        for (String text : new ArrayList<>(texts)) {
            if (findings.hasNext()) {
                for (Finding each : findings.next()) {
                    found.add(bare(text.substring(each.start(), each.end())));
                }
            }
        }
    }

    private boolean stands(String value) {
        for (String text : texts) {
            if (searched > MOST_SEARCHED) {
                return false;
            }
            searched += text.length();
            for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
                int end = at + value.length();
                if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Letters and digits alone. */
    private static String bare(String value) {
        StringBuilder bare = new StringBuilder(value.length());
        value.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString().toLowerCase(Locale.ROOT);
    }

    /** Prints nothing of what it holds. */
    @Override
    public String toString() {
        return "OwnValues";
    }
}
