package dev.avow.bench.load;

import io.vertx.core.http.HttpVersion;
import java.util.List;

/** How gateways reach the fake upstream. */
enum Reach {
    /** By HTTP/1.1 in the clear. */
    HTTP,
    /** By HTTP/1.1 over TLS. */
    TLS,
    /** By HTTP/2 over TLS, or HTTP/1.1 for those that do not ask for more. */
    H2;

    boolean isSecure() {
        return this != HTTP;
    }

    /** What the upstream offers in the TLS handshake, the dearest first. */
    List<HttpVersion> offered() {
        return switch (this) {
            case HTTP -> List.of();
            case TLS -> List.of(HttpVersion.HTTP_1_1);
            case H2 -> List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1);
        };
    }
}
