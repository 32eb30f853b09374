package dev.avow.control;

import dev.avow.prove.NetworkAddress;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * The network that a request comes from, shortened so that it points at no household. Where the
 * connection is this machine's or its network's, which is a proxy's as a rule, it is what that
 * proxy says last in {@code X-Forwarded-For}; whoever is inside can thus name any network. So it is
 * for counting alone, and lets nobody in.
 */
final class CallerNetwork {

    private CallerNetwork() {}

    /** Null where it is not known. */
    static @Nullable String of(@Nullable String ipAddress, @Nullable String forwardedFor) {
        if (ipAddress == null) {
            return null;
        }
        if (forwardedFor != null && isInside(ipAddress)) {
            String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
            String network = NetworkAddress.shortened(last);
            if (network != null) {
                return network;
            }
        }
        return NetworkAddress.shortened(ipAddress);
    }

    private static boolean isInside(String ipAddress) {
        try {
            int zone = ipAddress.indexOf('%');
            InetAddress address =
                    InetAddress.ofLiteral(zone < 0 ? ipAddress : ipAddress.substring(0, zone));
            return address.isLoopbackAddress()
                    || address.isSiteLocalAddress()
                    || address.isLinkLocalAddress()
                    || (address.getAddress().length == 16
                            && (address.getAddress()[0] & 0xfe) == 0xfc); // RFC 4193
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
