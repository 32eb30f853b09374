package dev.avow.prove;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Shortens internet addresses to networks that no longer point at one household: 24 bits of IPv4,
 * 48 of IPv6, as European data-protection authorities ask of logs.
 */
public final class NetworkAddress {

    private NetworkAddress() {}

    /**
     * The network's address; null where the text is no address literal, so that nothing slips by.
     */
    public static @Nullable String shortened(String address) {
        int zone = address.indexOf('%');
        try {
            InetAddress full =
                    InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
            byte[] bytes = full.getAddress();
            Arrays.fill(bytes, full instanceof Inet4Address ? 3 : 6, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException noAddress) {
            return null;
        }
    }
}
