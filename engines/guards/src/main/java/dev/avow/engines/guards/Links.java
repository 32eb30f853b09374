package dev.avow.engines.guards;

import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import java.util.ArrayList;
import java.util.List;

/**
 * Images in Markdown or HTML that are loaded from an address with data in its query: what shows the
 * picture sends the data. Time is linear.
 */
final class Links {

    static final FindingType LINK = new FindingType("injection_link", 3);

    private static final int SHORTEST_DATA = 12;
    private static final int LONGEST = 8_192;
    private static final int NEAR = 300;

    private Links() {}

    /** Each such address. */
    static List<Finding> in(String text) {
        List<Finding> found = new ArrayList<>();
        int at = next(text, 0);
        while (at >= 0) {
            int end = at;
            while (end < text.length() && end - at < LONGEST && !endsAddress(text.charAt(end))) {
                end++;
            }
            if (isOfImage(text, at) && carries(text, at, end)) {
                found.add(new Finding(LINK, at, end, 0.6, Finding.Reason.PATTERN));
            }
            at = next(text, Math.max(end, at + 1));
        }
        return found;
    }

    private static int next(String text, int from) {
        for (int at = text.indexOf("http", from); at >= 0; at = text.indexOf("http", at + 1)) {
            if (text.startsWith("://", at + 4) || text.startsWith("s://", at + 4)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean endsAddress(char c) {
        return Character.isWhitespace(c) || c == ')' || c == '"' || c == '\'' || c == '>';
    }

    /** Whether {@code ![…](} or {@code <img … src="} stands right before it. */
    private static boolean isOfImage(String text, int at) {
        String before = text.substring(Math.max(0, at - NEAR), at);
        if (before.endsWith("](")) {
            return before.lastIndexOf("![") > before.lastIndexOf('\n');
        }
        return before.endsWith("src=\"") && before.contains("<img");
    }

    private static boolean carries(String text, int at, int end) {
        String address = text.substring(at, end);
        int query = address.indexOf('?');
        return query >= 0
                && address.length() - query > SHORTEST_DATA
                && address.indexOf('=', query) > query;
    }
}
