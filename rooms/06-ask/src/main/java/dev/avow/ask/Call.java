package dev.avow.ask;

/** A call under way. Every method may be called from any thread and more than once. */
public interface Call {

    /** Ends it, at the provider too; the sink hears no more. */
    void cancel();

    /** Asks for no more events for now, since the caller reads slowly. */
    void pause();

    /** Goes on after {@link #pause}. */
    void resume();
}
