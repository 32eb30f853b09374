package dev.avow.retain;

import java.util.Optional;

/** A store with something that happens before each object is written. */
record MeddledStore(ObjectStore real, Runnable before) implements ObjectStore {

    @Override
    public void put(String name, byte[] content) {
        before.run();
        real.put(name, content);
    }

    @Override
    public Optional<byte[]> get(String name) {
        return real.get(name);
    }

    @Override
    public void delete(String name) {
        real.delete(name);
    }
}
