package dev.avow.mask;

import org.jspecify.annotations.Nullable;

/** Addresses of computers that are kept for documentation: RFC 5737, RFC 3849. */
final class SyntheticHost {

    private static final String[] NETWORKS = {"192.0.2.", "198.51.100.", "203.0.113."};
    private static final int FIRST = 100;
    private static final int EACH = 155;

    private SyntheticHost() {}

    static @Nullable String ipv4(String original, int n, boolean checksumHolds) {
        return n >= NETWORKS.length * EACH ? null : NETWORKS[n / EACH] + (FIRST + n % EACH);
    }

    static @Nullable String ipv6(String original, int n, boolean checksumHolds) {
        return n >= 0xEFFF ? null : "2001:db8::" + Integer.toHexString(0x1000 + n);
    }
}
