package dev.avow.mask;

import dev.avow.detector.api.FindingType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives out pseudonyms for one request.
 *
 * <p>A pseudonym is {@code [TYPE_n]}: the finding type's id in capitals and a number from 1 in the
 * order of first appearance, so that a conversation which is sent again with one more message gives
 * every value the same pseudonym as before. Equal values of one type share one. The brackets make
 * none the prefix of another. A pseudonym that already stands in the request, because somebody
 * wrote it, is never given out, so what comes back can be told apart.
 *
 * <p>Not safe for more than one thread.
 */
public final class Pseudonyms {

    private static final Pattern SHAPE = Pattern.compile("\\[([A-Z0-9_]+)_[0-9]+]");

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> lastNumber = new HashMap<>();
    private final Map<String, String> byOriginal = new HashMap<>();
    private final Map<String, String> originals = new HashMap<>();

    private final int numbersFrom;

    /** None given out yet. */
    public Pseudonyms() {
        this(0);
    }

    /**
     * @param numbersFrom the number after which these count
     */
    Pseudonyms(int numbersFrom) {
        this.numbersFrom = numbersFrom;
    }

    /** Goes on with those that were given out elsewhere. */
    void goOnWith(Map<String, String> given) {
        given.forEach((standIn, original) -> {
            Matcher pseudonym = SHAPE.matcher(standIn);
            if (pseudonym.matches()) {
                taken.add(standIn);
                String type = pseudonym.group(1).toLowerCase(Locale.ROOT);
                byOriginal.putIfAbsent(type + "\0" + original, standIn);
            }
        });
    }

    /**
     * Notes everything of a pseudonym's shape that stands in a text, escaped as Markdown does or
     * encoded as in a URL too, since one that comes back so is put back.
     */
    public void reserveThoseIn(String text) {
        reserve(text);
        if (text.contains("%5B") || text.contains("%5b")) {
            String read = text.replace("%5B", "[").replace("%5b", "[");
            reserve(read.replace("%5D", "]").replace("%5d", "]"));
        }
    }

    private void reserve(String text) {
        for (int open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
            int at = open + 1;
            while (at < text.length() && isInner(text.charAt(at))) {
                at++;
            }
            if (at < text.length() && text.charAt(at) == ']') {
                taken.add(text.substring(open, at + 1).replace("\\", ""));
            }
        }
    }

    private static boolean isInner(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '\\';
    }

    /** The pseudonym of a value. */
    public String of(FindingType type, String original) {
        return byOriginal.computeIfAbsent(type.id() + "\0" + original, _ -> mint(type, original));
    }

    private String mint(FindingType type, String original) {
        String label = type.id().toUpperCase(Locale.ROOT);
        String pseudonym;
        do {
            int number = numbersFrom + lastNumber.merge(label, 1, Integer::sum);
            pseudonym = "[" + label + "_" + number + "]";
        } while (taken.contains(pseudonym));
        originals.put(pseudonym, original);
        return pseudonym;
    }

    /** What each stands for. */
    Map<String, String> originals() {
        return originals;
    }
}
