package dev.avow.api;

import java.time.InstantSource;
import java.util.Optional;
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
     * @param rules of those in parts
     */
    public Uploads(int mostBytes, int most, FileRules rules) {
        this.mostBytes = mostBytes;
        this.most = most;
        this.inParts = new OpenUploads(mostBytes, most, rules, InstantSource.system());
    }

    OpenUploads inParts() {
        return inParts;
    }

    int mostBytes() {
        return mostBytes;
    }

    /** Takes a place; empty where there is none. */
    Optional<UploadPlace> take() {
        int before = underWay.getAndUpdate(count -> Math.min(most, count + 1));
        return before < most
                ? Optional.of(new UploadPlace(underWay::decrementAndGet))
                : Optional.empty();
    }
}
