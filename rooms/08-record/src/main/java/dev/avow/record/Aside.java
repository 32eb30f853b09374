package dev.avow.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What there is to say beside which policy decided: what others would have done, and who received
 * the text. No text: of a reason that was given only its length is kept (B6).
 *
 * @param shadow what policies in shadow mode would have done, in the order in which they are asked
 * @param justification characters of a coached person's reason; null where none was given
 * @param receivedBy who received some of it, in that order; empty where nothing left
 */
public record Aside(
        List<Shadowed> shadow, @Nullable Integer justification, List<Recipient> receivedBy) {

    /** Nothing. */
    public static final Aside NONE = new Aside(List.of(), null, List.of());

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What one would have done.
     *
     * @param policy its name
     * @param action the action's id
     */
    public record Shadowed(String policy, String action) {}

    public Aside {
        shadow = List.copyOf(shadow);
        receivedBy = List.copyOf(receivedBy);
    }

    /** Of policies alone: nothing left yet. */
    public Aside(List<Shadowed> shadow, @Nullable Integer justification) {
        this(shadow, justification, List.of());
    }

    /** The same, with who received it. */
    public Aside receivedBy(List<Recipient> recipients) {
        return new Aside(shadow, justification, recipients);
    }

    /** An array of {purpose, provider, host, region, agreement}; null for none. */
    @Nullable String receivedByJson() {
        return json(receivedBy);
    }

    /** The same of any. */
    static @Nullable String json(List<Recipient> recipients) {
        return recipients.isEmpty() ? null : Recipient.json(recipients);
    }

    /** Reads what {@link #receivedByJson} wrote. */
    static List<Recipient> receivedBy(@Nullable String json) {
        List<Recipient> all = new ArrayList<>();
        if (json != null) {
            try {
                for (JsonNode each : JSON.readTree(json)) {
                    all.add(
                            new Recipient(
                                    each.path("purpose").asString(""),
                                    each.path("provider").asString(""),
                                    each.path("host").asString(""),
                                    text(each.path("region")),
                                    text(each.path("agreement"))));
                }
            } catch (JacksonException malformed) {
                // Its own message could quote.
                throw new IllegalStateException("what was noted of recipients is malformed");
            }
        }
        return all;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    /** An array of {policy, action}; null for none. */
    @Nullable String shadowJson() {
        return shadow.isEmpty() ? null : JSON.writeValueAsString(shadow);
    }

    /** Reads what {@link #shadowJson} wrote. */
    static List<Shadowed> shadow(@Nullable String json) {
        List<Shadowed> shadow = new ArrayList<>();
        if (json != null) {
            try {
                for (JsonNode each : JSON.readTree(json)) {
                    shadow.add(
                            new Shadowed(
                                    each.path("policy").asString(""),
                                    each.path("action").asString("")));
                }
            } catch (JacksonException malformed) {
                // Its own message could quote.
                throw new IllegalStateException("what was noted of shadow policies is malformed");
            }
        }
        return shadow;
    }
}
