package dev.avow.app;

/** A whole Avow that serves: a process of its own, or one in this JVM. */
interface Avow extends AutoCloseable {

    /** Where it serves. */
    String url();

    /** What it printed so far. */
    String out();

    /** What it complained of and logged so far. */
    String err();

    /** Stops it in order, unless it has ended. */
    @Override
    void close();
}
