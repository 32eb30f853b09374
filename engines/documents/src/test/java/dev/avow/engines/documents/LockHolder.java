package dev.avow.engines.documents;

import java.io.IOException;

/** Another server, as far as its place goes: it has one until its input ends. */
final class LockHolder {

    private LockHolder() {}

    public static void main(String[] none) throws IOException {
        try (WorkPlace place = WorkPlace.open()) {
            System.out.println(place.newFolder());
            int _ = System.in.read();
            Runtime.getRuntime().halt(0); // as one that is killed
        }
    }
}
