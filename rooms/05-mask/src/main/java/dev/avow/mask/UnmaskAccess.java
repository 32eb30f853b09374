package dev.avow.mask;

/**
 * The token without which no original comes out of a keepsake. Only the room that restores answers
 * asks for it; an architecture test says so.
 */
public final class UnmaskAccess {

    private static final UnmaskAccess TOKEN = new UnmaskAccess();

    private UnmaskAccess() {}

    /** Grants access, for use at once. */
    public static UnmaskAccess granted() {
        return TOKEN;
    }
}
