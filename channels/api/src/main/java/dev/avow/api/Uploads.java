package dev.avow.api;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much memory forms with files may take: so many at once, of such a size. Safe for any thread.
 */
public final class Uploads {

    private final int mostBytes;
    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();
    private final OpenUploads inParts;

    /**
     * @param mostBytes of one form
     * @param most forms at once, and as many files that come in parts
     */
    public Uploads(int mostBytes, int most) {
        this.mostBytes = mostBytes;
        this.most = most;
        this.inParts = new OpenUploads(mostBytes, most, InstantSource.system());
    }

    OpenUploads inParts() {
        return inParts;
    }

    int mostBytes() {
        return mostBytes;
    }

    /** Takes a place; false where there is none. What was taken is given back once. */
    boolean take() {
        int before = underWay.getAndUpdate(count -> Math.min(most, count + 1));
        return before < most;
    }

    void giveBack() {
        underWay.decrementAndGet();
    }
}
