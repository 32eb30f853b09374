package dev.avow.detector.names;

/** Gives each token of a stretch its tag, from left to right. Belongs to one thread. */
final class Tagger {

    private final NameModel model;
    private final int[] features = new int[Features.MOST];
    private final int[] scores = new int[Tag.COUNT];

    /** The tag of each token. */
    final byte[] tags = new byte[Tokens.MOST + 2 * Tokens.MARGIN];

    /** How far the tag of each token is before the next best, in steps. */
    final int[] lead = new int[Tokens.MOST + 2 * Tokens.MARGIN];

    Tagger(NameModel model) {
        this.model = model;
    }

    /** Returns whether any token is part of a name. */
    boolean tag(Tokens t) {
        int previous = Tag.OUTSIDE;
        int beforePrevious = Tag.OUTSIDE;
        boolean any = false;
        for (int i = t.first(); i < t.last(); i++) {
            int best = Tag.OUTSIDE;
            if (Features.isCandidate(t, i, previous)) {
                model.score(
                        features, Features.of(t, i, previous, beforePrevious, features), scores);
                best = best(previous, i);
                any |= best != Tag.OUTSIDE;
            }
            tags[i] = (byte) best;
            beforePrevious = previous;
            previous = best;
        }
        return any;
    }

    private int best(int previous, int i) {
        int best = Tag.OUTSIDE;
        int second = Integer.MIN_VALUE / 2;
        for (int tag = 1; tag < Tag.COUNT; tag++) {
            if (!Tag.follows(previous, tag)) {
                continue;
            }
            if (scores[tag] > scores[best]) {
                second = scores[best];
                best = tag;
            } else if (scores[tag] > second) {
                second = scores[tag];
            }
        }
        lead[i] = scores[best] - second;
        return best;
    }
}
