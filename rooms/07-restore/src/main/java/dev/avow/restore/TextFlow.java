package dev.avow.restore;

import dev.avow.mask.Keepsake;
import org.jspecify.annotations.Nullable;

/**
 * One text of an answer, in pieces, on its way to the caller: first past the policies, where some
 * look at answers, then with originals put back. Not safe for more than one thread.
 */
final class TextFlow {

    private final @Nullable GuardedText guarded;
    private final TextRestorer restorer;

    TextFlow(@Nullable AnswerGuard guard, Keepsake keepsake, boolean insideJson) {
        this.guarded = guard == null ? null : new GuardedText(guard, insideJson);
        this.restorer = new TextRestorer(keepsake, insideJson);
    }

    /** A text that stands alone, as it may be shown. */
    static String alone(
            @Nullable AnswerGuard guard, Keepsake keepsake, boolean insideJson, String text) {
        TextRestorer restorer = new TextRestorer(keepsake, insideJson);
        String allowed = guard == null ? text : guard.whole(text, insideJson);
        return restorer.feed(allowed) + restorer.finish();
    }

    String feed(String piece) {
        return restorer.feed(guarded == null ? piece : guarded.feed(piece));
    }

    /** What may be shown after a while in which nothing came; mostly nothing. */
    String overdue() {
        return guarded == null || !guarded.isHolding() ? "" : restorer.feed(guarded.overdue());
    }

    /** What is still held back; nothing follows it. */
    String finish() {
        String last = guarded == null ? "" : restorer.feed(guarded.finish());
        return last + restorer.finish();
    }

    boolean isHolding() {
        return restorer.isHolding() || (guarded != null && guarded.isHolding());
    }
}
