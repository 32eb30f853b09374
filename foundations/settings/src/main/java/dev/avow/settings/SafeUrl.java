package dev.avow.settings;

import java.net.URI;
import java.util.Optional;

/** Addresses of servers to which something secret may be sent. */
public final class SafeUrl {

    private SafeUrl() {}

    /**
     * Reads one; empty where it is none, or would be reached over a network without TLS, or holds a
     * password, a query or a fragment.
     */
    public static Optional<URI> parse(String text) {
        try {
            URI url = URI.create(text);
            String host = url.getHost();
            boolean safe =
                    host != null
                            && ("https".equals(url.getScheme())
                                    || ("http".equals(url.getScheme())
                                            && Loopback.isNamedBy(host)));
            return safe
                            && url.getRawUserInfo() == null
                            && url.getRawQuery() == null
                            && url.getRawFragment() == null
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
