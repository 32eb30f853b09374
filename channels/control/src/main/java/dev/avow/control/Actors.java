package dev.avow.control;

import dev.avow.admit.Caller;
import dev.avow.prove.Actor;
import org.jspecify.annotations.Nullable;

/** Names callers for the audit log. Safe for any thread; blocks. */
@FunctionalInterface
public interface Actors {

    Actor of(Caller caller, @Nullable String ipAddress, @Nullable String userAgent);
}
