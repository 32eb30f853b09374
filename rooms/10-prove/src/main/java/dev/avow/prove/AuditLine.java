package dev.avow.prove;

import dev.avow.merkle.Hash;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * One line of an export after the first, checked as far as it can be by itself, so that several can
 * be at once. Immutable.
 *
 * @param index where it says that it stands; below 0 where it cannot be read
 * @param hash its leaf's; null where it is wrong, or stands for a closed span
 * @param opened whether its sealed values were there and are those that were logged
 * @param closed the signed note of a closed span's stub, not yet checked; null for an entry
 * @param failure what is wrong, to be said behind the entry's number; null where nothing is
 */
record AuditLine(
        long index,
        @Nullable Hash hash,
        boolean opened,
        @Nullable String closed,
        @Nullable String failure) {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private static final String WRONG_KIND = " holds what is neither text nor null";

    // What nobody checks must not stand beside what was checked.
    private static final Set<String> TEXTS =
            Set.of("leaf_hash", "nonce", "actor_email", "changes", "ip_address", "user_agent");

    /** What a line holds, before it is known to be right. */
    private static final class Members {
        long index = -1;
        @Nullable List<@Nullable String> leaf;
        @Nullable String closed;
        final Map<String, @Nullable String> texts = new HashMap<>();
        boolean damaged;
        boolean wrongKind;
    }

    /** A line's; never fails. */
    static AuditLine of(String line) {
        Members members = new Members();
        String unreadable = read(line, members);
        if (unreadable != null) {
            return new AuditLine(-1, null, false, null, unreadable);
        }
        List<@Nullable String> values = members.leaf;
        String closed = members.closed;
        if (closed != null) {
            boolean alone = values == null && members.texts.isEmpty() && !members.damaged;
            return alone && !members.wrongKind
                    ? new AuditLine(members.index, null, false, closed, null)
                    : wrong(members, " is closed, and something stands beside it");
        }
        if (values == null) {
            return wrong(members, " was deleted");
        }
        if (members.damaged) {
            return wrong(members, " was altered: a sealed value of it no longer opens");
        }
        if (members.wrongKind) {
            return wrong(members, WRONG_KIND);
        }
        AuditLeaf leaf = new AuditLeaf(values);
        Hash hash = leaf.hash();
        if (!hash.base64().equals(members.texts.get("leaf_hash"))) {
            return wrong(members, " was altered");
        }
        String nonce = members.texts.get("nonce");
        byte @Nullable [] bytes = nonce == null ? null : bytes(nonce);
        if (nonce != null && bytes == null) {
            return wrong(members, ": its nonce is damaged");
        }
        for (String field : AuditLeaf.SEALED) {
            if (!fits(leaf, field, members.texts.get(field), bytes)) {
                return wrong(members, ": its " + field + " is not what was logged");
            }
        }
        return new AuditLine(members.index, hash, bytes != null, null, null);
    }

    private static AuditLine wrong(Members members, String failure) {
        return new AuditLine(Math.max(0, members.index), null, false, null, failure);
    }

    /** Without the nonce nothing proves a value, so there must be none. */
    private static boolean fits(
            AuditLeaf leaf, String field, @Nullable String value, byte @Nullable [] nonce) {
        if (nonce == null) {
            return value == null;
        }
        return Objects.equals(
                value == null ? null : AuditLeaf.commitment(nonce, field, value),
                leaf.commitmentTo(field));
    }

    private static byte @Nullable [] bytes(String nonce) {
        try {
            byte[] bytes = Base64.getDecoder().decode(nonce);
            return bytes.length == AuditLeaf.NONCE_BYTES ? bytes : null;
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    /** Null where it could be read. */
    private static @Nullable String read(String line, Members members) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return " is no JSON object";
            }
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                JsonToken value = json.nextToken();
                if (!read(json, name, value, members)) {
                    return " has a member that no export has";
                }
            }
            if (json.nextToken() != null) {
                return " is no JSON object alone";
            }
            return null;
        } catch (JacksonException garbage) {
            return " is no JSON object whose members stand once each";
        }
    }

    private static boolean read(JsonParser json, String name, JsonToken value, Members members) {
        if (TEXTS.contains(name)) {
            members.texts.put(name, text(json, value, members));
            return true;
        }
        switch (name) {
            case "index" ->
                    members.index =
                            value == JsonToken.VALUE_NUMBER_INT
                                            && json.getNumberType()
                                                    != JsonParser.NumberType.BIG_INTEGER
                                    ? Math.max(-1, json.getLongValue())
                                    : -1;
            case "damaged" -> members.damaged = true;
            case "closed" -> members.closed = text(json, value, members);
            case "leaf" -> {
                if (value == JsonToken.START_ARRAY) {
                    List<@Nullable String> leaf = new ArrayList<>();
                    for (JsonToken each = json.nextToken();
                            each != JsonToken.END_ARRAY;
                            each = json.nextToken()) {
                        leaf.add(text(json, each, members));
                    }
                    members.leaf = leaf;
                }
            }
            default -> {
                return false;
            }
        }
        json.skipChildren();
        return true;
    }

    /** Whatever is neither text nor null is no part of an entry. */
    private static @Nullable String text(JsonParser json, JsonToken value, Members members) {
        if (value == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        members.wrongKind |= value != JsonToken.VALUE_NULL;
        json.skipChildren();
        return null;
    }

    /** Prints its number alone. */
    @Override
    public String toString() {
        return "AuditLine " + index;
    }
}
