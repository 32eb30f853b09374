package dev.avow.settings;

import java.net.InetAddress;

/** This machine as others cannot reach it, so that what goes there in clear stays here. */
public final class Loopback {

    private Loopback() {}

    /**
     * Whether a URL's host is loopback, by its spelling alone: what a name resolves to may change.
     *
     * @param host with or without the brackets of IPv6
     */
    public static boolean isNamedBy(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host.replace("[", "").replace("]", ""))
                    .isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
