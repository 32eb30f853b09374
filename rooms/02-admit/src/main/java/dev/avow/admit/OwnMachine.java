package dev.avow.admit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells requests of programs on this machine from those that come from elsewhere. */
public final class OwnMachine {

    /** What a request carries that a proxy passed on or a web page made. */
    private static final List<String> FROM_ELSEWHERE =
            List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via", "Origin", "Sec-Fetch-Site");

    private OwnMachine() {}

    /**
     * Whether a program on this machine made a request by itself. A proxy on this machine that
     * names neither itself nor whom it serves looks like one.
     *
     * @param carries whether the request has a header of that name
     * @param address of the connection's other end, in digits; null where it has none
     */
    public static boolean asks(Predicate<String> carries, @Nullable String address) {
        return FROM_ELSEWHERE.stream().noneMatch(carries) && isLoopback(address);
    }

    /**
     * Whether a request names this machine as such. A web page whose own name was made to mean this
     * machine (DNS rebinding) names another, and a browser need not say that a page asks.
     *
     * @param host a name or an address, without a port; null where none is named
     */
    public static boolean isNamed(@Nullable String host) {
        if (host == null) {
            return false;
        }
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host.replaceAll("^\\[|\\]$", "")).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            // An address in digits: no name is looked up.
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
