package dev.avow.record;

import dev.avow.json.JsonSplice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who received some of a request or an answer.
 *
 * @param purpose what for: {@code model}, {@code names}, {@code topics} or {@code guard}
 * @param provider its name, as interactions say it
 * @param host its host's name; never an address with a path
 * @param region where it works, as the tenant declared it; null where nobody did
 * @param agreement under which agreement it processes, as the tenant declared it; null as above
 */
public record Recipient(
        String purpose,
        String provider,
        String host,
        @Nullable String region,
        @Nullable String agreement) {

    /** One of which no more is known. */
    public static Recipient of(String purpose, String provider, String host) {
        return new Recipient(purpose, provider, host, null, null);
    }

    /** An array of objects whose members are this record's; without any, an empty one. */
    public static String json(List<Recipient> recipients) {
        StringBuilder json = new StringBuilder(160).append('[');
        for (Recipient each : recipients) {
            json.append(json.length() == 1 ? "" : ",");
            member("{\"purpose\":", each.purpose, json);
            member(",\"provider\":", each.provider, json);
            member(",\"host\":", each.host, json);
            member(",\"region\":", each.region, json);
            member(",\"agreement\":", each.agreement, json);
            json.append('}');
        }
        return json.append(']').toString();
    }

    private static void member(String name, @Nullable String value, StringBuilder json) {
        json.append(name);
        JsonSplice.quote(value, json);
    }
}
