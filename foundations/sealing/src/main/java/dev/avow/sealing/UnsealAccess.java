package dev.avow.sealing;

/**
 * The token without which nothing sealed comes out in the clear. Whoever may read secrets says so
 * by calling {@link #granted()}, so that a search for that call lists every such place; an
 * architecture test keeps the list short.
 */
public final class UnsealAccess {

    private static final UnsealAccess TOKEN = new UnsealAccess();

    private UnsealAccess() {}

    /** Grants access. Call it only where the clear value is used at once and never kept. */
    public static UnsealAccess granted() {
        return TOKEN;
    }
}
