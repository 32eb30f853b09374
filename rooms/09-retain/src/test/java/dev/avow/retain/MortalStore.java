package dev.avow.retain;

import java.util.Optional;

/** A store that dies at one of its steps, before it is done or after. */
final class MortalStore implements ObjectStore {

    private final ObjectStore real;
    private int stepsLeft = Integer.MAX_VALUE;
    private boolean after;

    MortalStore(ObjectStore real) {
        this.real = real;
    }

    /** Counts from 0, over what is written and deleted from now on. */
    void dieAt(int step, boolean afterIt) {
        stepsLeft = step;
        after = afterIt;
    }

    void live() {
        stepsLeft = Integer.MAX_VALUE;
    }

    /** Several objects are written at once; after a death nothing is. */
    private void step(Runnable work) {
        int left;
        synchronized (this) {
            left = --stepsLeft;
        }
        if (left >= 0 || (left == -1 && after)) {
            work.run();
        }
        if (left < 0) {
            throw new IllegalStateException("killed");
        }
    }

    @Override
    public void put(String name, byte[] content) {
        step(() -> real.put(name, content));
    }

    @Override
    public Optional<byte[]> get(String name) {
        return real.get(name);
    }

    @Override
    public void delete(String name) {
        step(() -> real.delete(name));
    }
}
