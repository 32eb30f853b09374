package dev.avow.app;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The setting {@code AVOW_DATABASE_URL}, {@code postgresql://OWNER:PASSWORD@HOST:PORT/DATABASE?…},
 * cut into what a driver takes. A leading {@code jdbc:} does no harm.
 *
 * @param jdbc without credentials
 */
record DatabaseUrl(String jdbc, String owner, String plaintextPassword) {

    static DatabaseUrl parse(String setting) {
        String plain = setting.startsWith("jdbc:") ? setting.substring(5) : setting;
        try {
            URI uri = new URI(plain);
            String user = uri.getRawUserInfo();
            int colon = user == null ? -1 : user.indexOf(':');
            boolean postgres =
                    "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (!postgres || uri.getHost() == null || user == null || colon < 1) {
                throw wrong();
            }
            int port = uri.getPort() < 0 ? 5432 : uri.getPort();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new DatabaseUrl(
                    "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query,
                    decoded(user.substring(0, colon)),
                    decoded(user.substring(colon + 1)));
        } catch (java.net.URISyntaxException malformed) {
            throw wrong();
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static RuntimeException wrong() {
        return Fault.of(
                        FaultCode.INVALID_VALUE,
                        "AVOW_DATABASE_URL must read"
                                + " postgresql://OWNER:PASSWORD@HOST:PORT/DATABASE")
                .asException();
    }

    /** Prints nothing of it. */
    @Override
    public String toString() {
        return "DatabaseUrl";
    }
}
