package dev.avow.mask;

/**
 * What a request's stand-ins have to go with.
 *
 * @param files what stands for what in the files that the request names; what it gives out itself
 *     is none of these, and the same value gets the same pseudonym
 * @param numbersFrom the number after which pseudonyms count, so that those of a file that is kept
 *     are nobody else's in a request which names it; 0 for a request
 */
public record Beside(Keepsake files, int numbersFrom) {

    /** A request that names no file. */
    public static final Beside NOTHING = new Beside(Keepsake.empty(), 0);

    /** A request that names files. */
    public static Beside files(Keepsake files) {
        return new Beside(files, 0);
    }

    /** A file that is to be kept. */
    public static Beside asFile(int numbersFrom) {
        return new Beside(Keepsake.empty(), numbersFrom);
    }

    /** Whether what is masked is such a file. */
    boolean isFile() {
        return numbersFrom > 0;
    }
}
