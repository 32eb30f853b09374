package dev.avow.detector.patterns;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * Addresses without a street: boxes, military post, postcodes that are named.
 *
 * <p>Source: USPS Publication 28, sections 225 and 28 (boxes, military addresses).
 */
final class PostBox {

    private static final Set<String> MILITARY = Set.of("apo", "fpo", "dpo");
    private static final ContextWords POSTCODE =
            ContextWords.of(
                    "zip",
                    "zipcode",
                    "postcode",
                    "plz",
                    "postleitzahl",
                    "postal",
                    "postnummer",
                    "cap");

    /** What may stand right before a postcode that one of these names. */
    private static final Set<String> BEFORE_POSTCODE =
            Set.of("postcode", "plz", "postleitzahl", "postal", "postnummer", "cap", "code", "is");

    private PostBox() {}

    /** P.O. Box 12, and the boxes of military post. */
    static boolean box(Text text, Word word, int end, Sink sink) {
        if (!word.plain().equals("box") && !word.plain().equals("postfach")) {
            return false;
        }
        int p = word.start();
        if (word.plain().equals("box")) {
            p = beforePost(text, p);
            if (p < 0) {
                return false;
            }
        }
        int tail = AddressTail.end(text, end);
        sink.found(
                HouseNumber.numberBefore(text, p),
                tail,
                Confidence.DISTINCT_PATTERN,
                Reason.PATTERN);
        return true;
    }

    /** APO AE 09012: the start of it with the ship or unit on the line before; -1 where none. */
    static int military(Text text, Word state) {
        String region = state.plain();
        Word post = HouseNumber.wordBefore(text, state.start());
        boolean known = region.equals("ae") || region.equals("ap") || region.equals("aa");
        if (!known || post == null || !MILITARY.contains(post.plain())) {
            return -1;
        }
        int line = StreetLine.wordsBefore(text, post.start());
        Word first = Word.at(text, line);
        return first != null && first.plain().startsWith("us") ? line : post.start();
    }

    /** Whether a word for it stands before, and no call of a function of that name. */
    static boolean isPostcode(Text text, int start, Word word) {
        boolean next = BEFORE_POSTCODE.contains(word.plain()) || word.plain().startsWith("zip");
        if (!next || !POSTCODE.before(text, start, 20)) {
            return false;
        }
        int p = start;
        while (p > 0 && p > start - 20) {
            int unit = text.before(p);
            if (Text.of(unit) == '(') {
                return false;
            }
            p -= Text.size(unit);
        }
        return true;
    }

    /** The start of what makes a box one of the post; -1 where nothing does. */
    private static int beforePost(Text text, int box) {
        Cursor cursor = new Cursor(text, Math.max(0, box - 12), 12);
        while (cursor.place() < box) {
            int at = cursor.place();
            char previous = text.seenBefore(at);
            if (!Chars.isLatin(previous) && !Chars.isDigit(previous)) {
                String first = cursor.word(5);
                boolean post = first.equals("po") || first.equals("psc") || first.equals("unit");
                boolean dotted = first.equals("p") && cursor.eat('.') && cursor.word(2).equals("o");
                if (post || dotted) {
                    return at;
                }
                cursor.back(at);
            }
            cursor.next();
        }
        return -1;
    }
}
