package dev.avow.registry;

import dev.avow.words.Fault;
import dev.avow.words.Region;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a host of Vertex AI processes what it is sent, which its name tells (promise T7;
 * cloud.google.com/vertex-ai/generative-ai/docs/learn/locations). Whoever says that it is elsewhere
 * is mistaken.
 */
final class VertexPlace {

    /**
     * {@code LOCATION-aiplatform.googleapis.com}; {@code aiplatform.eu.rep.googleapis.com}. Names
     * of hosts have no case (RFC 4343), and the root's dot at the end makes no other of them.
     */
    private static final Pattern HOST =
            Pattern.compile(
                    "(?:([a-z]+-[a-z]+[0-9]+)-)?aiplatform(?:\\.([a-z]+)\\.rep)?\\.googleapis\\.com\\.?");

    /** Those of Europe that are in no state of the European Union: London and Zürich. */
    private static final Set<String> NOT_OF_THE_UNION = Set.of("europe-west2", "europe-west6");

    private VertexPlace() {}

    /** Refuses a region that is not the host's; of another host nothing is known. */
    static void check(URI base, @Nullable Region said) {
        Matcher host = HOST.matcher(String.valueOf(base.getHost()).toLowerCase(Locale.ROOT));
        if (said == null || !host.matches()) {
            return;
        }
        Region known = region(host.group(1) == null ? host.group(2) : host.group(1));
        if (known != said) {
            throw Fault.wrong(
                    "region",
                    known == null
                            ? "this host of Vertex AI is in none of the regions that can be said;"
                                    + " give another location's base URL, or no region"
                            : "this host of Vertex AI is in the region " + known + "; say so");
        }
    }

    /** Null where it is in none that can be said, as the global one is. */
    private static @Nullable Region region(@Nullable String location) {
        if (location == null || NOT_OF_THE_UNION.contains(location)) {
            return "europe-west2".equals(location) ? Region.UK : null;
        }
        return switch (location.split("-", 2)[0]) {
            case "eu", "europe" -> Region.EU;
            case "us" -> Region.US;
            case "australia" -> Region.AU;
            default -> null;
        };
    }
}
