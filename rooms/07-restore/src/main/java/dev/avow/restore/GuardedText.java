package dev.avow.restore;

import dev.avow.detector.api.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One text of an answer on its way past the policies, in pieces. Held back is only what could be
 * part of a value that is under way ({@link OpenEnd}), and of that no more than {@link
 * HoldBack#chars()}: where a value is longer, what is seen of it decides, and what follows it
 * without white space goes with it. Not safe for more than one thread.
 */
final class GuardedText {

    /** Of what was released, so much is looked at again: words beside a value tell what it is. */
    private static final int BEFORE = 128;

    /** Armour is longer than other values. */
    private static final int MOST_ARMOUR = 16_384;

    /** A detector that waits is asked for no fewer characters. */
    private static final int STRIDE = 256;

    private final AnswerGuard guard;
    private boolean json;
    private boolean begun;
    private boolean inString;
    private boolean swallowing;
    private String before = "";
    private final StringBuilder held = new StringBuilder();

    GuardedText(AnswerGuard guard, boolean insideJson) {
        this.guard = guard;
        this.json = insideJson;
    }

    private enum Mode {
        GOING_ON,
        OVERDUE,
        LAST
    }

    /** Takes a piece and returns what may be released of all so far. */
    String feed(String piece) {
        take(piece);
        return release(Mode.GOING_ON);
    }

    /** What may be released after a while in which nothing came. */
    String overdue() {
        return release(Mode.OVERDUE);
    }

    /** What is left; nothing follows it. */
    String finish() {
        return release(Mode.LAST);
    }

    /** A text that comes in one piece. */
    String whole(String text) {
        take(text);
        return release(Mode.LAST);
    }

    boolean isHolding() {
        return !held.isEmpty();
    }

    private void take(String piece) {
        if (!begun && !piece.isBlank()) {
            begun = true;
            json |= piece.stripLeading().charAt(0) == '{';
        }
        int from = 0;
        if (swallowing) {
            while (from < piece.length() && goesOn(piece.charAt(from))) {
                from++;
            }
            swallowing = from == piece.length();
        }
        held.append(piece, from, piece.length());
    }

    private static boolean goesOn(char c) {
        return !Character.isWhitespace(c) && c != '"' && c != '\\';
    }

    private String release(Mode mode) {
        if (held.isEmpty()) {
            return "";
        }
        String raw = held.toString();
        ReadText read = json ? ReadText.json(raw, inString) : ReadText.plain(raw);
        String text = read.text();
        int cut =
                switch (mode) {
                    case LAST -> text.length();
                    case OVERDUE -> OpenEnd.ofLikely(text);
                    case GOING_ON -> OpenEnd.of(text);
                };
        int most = OpenEnd.armour(text) < 0 ? guard.holdBack().chars() : MOST_ARMOUR;
        boolean forced = text.length() - cut > most;
        if (forced) {
            cut = text.length() - most / 2;
        }
        boolean seldom = mode == Mode.GOING_ON && !forced && guard.detectorWaits();
        if ((cut <= 0 && mode != Mode.LAST) || (seldom && cut < STRIDE)) {
            return "";
        }
        return release(read, cut, forced, mode == Mode.LAST ? raw.length() : -1);
    }

    /**
     * Releases what stands before a place, and less where a finding lies across it.
     *
     * @param whole the length of all that is held, where all of it is to go; else -1
     */
    private String release(ReadText read, int wanted, boolean forced, int whole) {
        String text = read.text();
        String raw = held.toString();
        int shift = before.length();
        StringBuilder out = new StringBuilder(raw.length());
        int cut = wanted;
        int done = 0;
        String seen = before + text;
        for (Finding finding : guard.scan(seen)) {
            int start = Math.max(0, finding.start() - shift);
            int end = finding.end() - shift;
            if (end <= 0 || start >= cut) {
                continue;
            }
            if (end > cut && !forced) {
                cut = start;
                break;
            }
            cut = Math.max(cut, end);
            String standIn = standIn(finding, seen);
            if (standIn != null) {
                out.append(raw, read.place(done), read.place(start));
                read.replace(start, end, standIn, out);
                done = end;
                swallowing = forced && end == text.length();
            }
        }
        int released = whole >= 0 ? whole : read.place(cut);
        out.append(raw, read.place(done), released);
        inString = read.isInString(cut, inString);
        String all = before + text.substring(0, cut);
        before = all.substring(Math.max(0, all.length() - BEFORE));
        held.delete(0, released);
        return out.toString();
    }

    private @Nullable String standIn(Finding finding, String seen) {
        return guard.standIn(finding, seen.substring(finding.start(), finding.end()));
    }
}
