package dev.avow.control;

import dev.avow.admit.OwnMachine;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes from a connection what a route may need. On the event loop. */
final class Gatherer {

    private static final int USER_AGENT_LIMIT = 500;

    private Gatherer() {}

    static RawRequest gather(RoutingContext context) {
        HttpServerRequest request = context.request();
        Map<String, String> query = new LinkedHashMap<>();
        context.queryParams().forEach(query::putIfAbsent);
        Buffer body = context.body().buffer();
        Cookie cookie = request.getCookie(SessionCookie.NAME);
        return new RawRequest(
                request.method().name(),
                Map.copyOf(context.pathParams()),
                query,
                address(request.remoteAddress()),
                last(request.headers().getAll("X-Forwarded-For")),
                shortened(request.getHeader("User-Agent")),
                request.getHeader("Authorization"),
                cookie == null ? null : cookie.getValue(),
                authority(request.authority()),
                request.getHeader("Origin"),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Content-Type"),
                request.getHeader("Content-Encoding"),
                request.getHeader("Range"),
                request.getHeader("If-Range"),
                request.isSSL() || "https".equals(request.getHeader("X-Forwarded-Proto")),
                OwnMachine.isNamed(host(request.authority()))
                        && OwnMachine.asks(
                                name -> request.headers().contains(name),
                                address(request.remoteAddress())),
                request.getHeader("Accept"),
                request.getHeader("Accept-Language"),
                body == null ? Buffer.buffer() : body);
    }

    private static @Nullable String address(@Nullable SocketAddress remote) {
        return remote == null ? null : remote.hostAddress();
    }

    private static @Nullable String last(List<String> headers) {
        return headers.isEmpty() ? null : headers.getLast();
    }

    private static @Nullable String authority(@Nullable HostAndPort authority) {
        return authority == null ? null : authority.toString();
    }

    private static @Nullable String host(@Nullable HostAndPort authority) {
        return authority == null ? null : authority.host();
    }

    private static @Nullable String shortened(@Nullable String userAgent) {
        return userAgent == null || userAgent.length() <= USER_AGENT_LIMIT
                ? userAgent
                : userAgent.substring(0, USER_AGENT_LIMIT);
    }
}
