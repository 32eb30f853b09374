package dev.avow.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a {@code User-Agent} may be recorded: a product and its version, nothing else of it.
 *
 * @param client such as {@code OpenAI/Python 1.2.3}; null where it is a browser or says nothing
 *     plain
 * @param browser such as {@code Chrome 124.0}; null where it is none
 */
record ClientInfo(@Nullable String client, @Nullable String browser) {

    private static final Pattern BROWSER =
            Pattern.compile("(Edg|OPR|Firefox|Chrome|Version)/([0-9]{1,4}(?:\\.[0-9]{1,4})?)");
    private static final Pattern PRODUCT =
            Pattern.compile(
                    "^([A-Za-z][A-Za-z-]{0,30}(?:/(?:Python|JS|Java|Go|Ruby))?)[/"
                            + " ]v?([0-9]{1,4}(?:\\.[0-9]{1,4}){0,3})");

    static ClientInfo of(String userAgent) {
        if (userAgent.startsWith("Mozilla/")) {
            Matcher browser = BROWSER.matcher(userAgent);
            String found = null;
            while (browser.find()) {
                String name =
                        switch (browser.group(1)) {
                            case "Edg" -> "Edge";
                            case "OPR" -> "Opera";
                            case "Version" -> "Safari";
                            default -> browser.group(1);
                        };
                if (found == null || !name.equals("Safari")) {
                    found = name + " " + browser.group(2);
                }
            }
            return new ClientInfo(null, found);
        }
        Matcher product = PRODUCT.matcher(userAgent);
        return product.find()
                ? new ClientInfo(product.group(1) + " " + product.group(2), null)
                : new ClientInfo(null, null);
    }
}
