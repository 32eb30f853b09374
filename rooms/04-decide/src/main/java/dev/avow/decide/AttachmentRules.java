package dev.avow.decide;

import dev.avow.classify.Classification;
import dev.avow.classify.Classified;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an installation lets leave of what cannot be looked into. Policies may forbid more of it, by
 * the finding types that pictures and sounds have, and never less. Immutable.
 *
 * @param images for pictures
 * @param audio for sound
 */
public record AttachmentRules(Reach images, Reach audio) {

    /** Lets everything leave. */
    public static final AttachmentRules OPEN = new AttachmentRules(Reach.ALLOW, Reach.ALLOW);

    /** How far something may go. */
    public enum Reach {
        /** To any provider. */
        ALLOW,
        /** To providers on this machine. */
        LOCAL,
        /** Nowhere. */
        BLOCK;

        /** By its name in settings: {@code allow}, {@code local}, {@code block}. */
        public static Reach of(String id) {
            return valueOf(id.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** This machine by its names and addresses (RFC 6761, RFC 1122, RFC 4291); none is resolved. */
    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?");

    /** Blocks a request that carries what may not go where it would; null where none does. */
    Decision.@Nullable Block refuse(Classified classified, Risk risk) {
        // Of a route every stop, since any of them may come to be asked.
        boolean here =
                classified.admitted().itinerary().stops().stream()
                        .allMatch(stop -> THIS_MACHINE.matcher(stop.host()).matches());
        for (Classification each : classified.classifications()) {
            boolean sound = each.type().equals("audio");
            if (sound || each.type().equals("image")) {
                Reach reach = sound ? audio : images;
                if (reach == Reach.BLOCK || (reach == Reach.LOCAL && !here)) {
                    return block(classified, risk, sound, reach);
                }
            }
        }
        return null;
    }

    private static Decision.Block block(
            Classified classified, Risk risk, boolean sound, Reach reach) {
        String setting = sound ? "AVOW_ATTACHMENTS_AUDIO" : "AVOW_ATTACHMENTS_IMAGES";
        return new Decision.Block(
                classified,
                setting,
                risk,
                (sound ? "Sound" : "An image")
                        + " cannot be looked into, and by "
                        + setting
                        + " none leaves "
                        + (reach == Reach.BLOCK ? "here." : "this machine.")
                        + " Send text, or have the setting changed.");
    }
}
