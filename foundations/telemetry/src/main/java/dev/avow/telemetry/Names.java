package dev.avow.telemetry;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The values that one label may have: the first ones that come, up to a limit. */
final class Names {

    /** What stands for all others. */
    static final String OTHER = "other";

    private final int most;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Names(int most) {
        this.most = most;
    }

    /**
     * The name, or {@link #OTHER} where there are enough. Of a race a few more may come through.
     */
    String of(String name) {
        return known.contains(name) || (known.size() < most && known.add(name)) ? name : OTHER;
    }
}
