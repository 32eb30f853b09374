package dev.avow.budgets;

/**
 * A node's share of what a key may do in a minute. The shares of all nodes make up the whole.
 *
 * @param place how many nodes come before this one
 * @param of how many nodes there are
 */
record Share(int place, int of) {

    static final Share WHOLE = new Share(0, 1);

    int of(int limit) {
        return limit / of + (place < limit % of ? 1 : 0);
    }
}
