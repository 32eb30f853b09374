package dev.avow.prove;

import dev.avow.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of an entry goes into the tree: its open values as they stand, and of each sealed value a
 * commitment, {@code SHA-256(nonce, field's name, 0, value)} in base64. Who holds value and nonce
 * can show that this is what was logged; once they are erased the leaf proves that something was,
 * and no longer what.
 *
 * <p>The leaf's bytes are a JSON array of strings and nulls without blanks, in the order of {@link
 * #of}, as ECMAScript's {@code JSON.stringify} writes it. Immutable.
 *
 * @param values the array's
 */
public record AuditLeaf(List<@Nullable String> values) {

    /** Begins every leaf. */
    public static final String VERSION = "avow-audit-entry/1";

    /** The sealed fields, in the order of their commitments. */
    public static final List<String> SEALED =
            List.of("actor_email", "changes", "ip_address", "user_agent");

    /** How many bytes a nonce has. */
    public static final int NONCE_BYTES = 16;

    private static final JsonMapper JSON = new JsonMapper();

    public AuditLeaf {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /**
     * A leaf.
     *
     * @param at whole microseconds
     * @param commitments one for each of {@link #SEALED}; null where the entry has no such value
     */
    static AuditLeaf of(
            UUID tenant,
            UUID id,
            Instant at,
            @Nullable UUID actor,
            String action,
            String resourceType,
            @Nullable String resourceId,
            String status,
            List<@Nullable String> commitments) {
        List<@Nullable String> values = new ArrayList<>();
        values.addAll(
                Arrays.asList(
                        VERSION,
                        tenant.toString(),
                        id.toString(),
                        at.toString(),
                        actor == null ? null : actor.toString(),
                        action,
                        resourceType,
                        resourceId,
                        status));
        values.addAll(commitments);
        return new AuditLeaf(values);
    }

    /** What is hashed. */
    byte[] bytes() {
        return JSON.writeValueAsBytes(values);
    }

    /** Its place in the tree. */
    public Hash hash() {
        return Hash.ofLeaf(bytes());
    }

    /**
     * The commitment to a sealed field; null where the entry has no such value, or no such leaf.
     */
    public @Nullable String commitmentTo(String field) {
        int at = values.size() - SEALED.size() + SEALED.indexOf(field);
        return at < 0 || at >= values.size() ? null : values.get(at);
    }

    /** A commitment to one value, in base64. */
    public static String commitment(byte[] nonce, String field, String value) {
        return commitment(nonce, field, value.getBytes(StandardCharsets.UTF_8));
    }

    static String commitment(byte[] nonce, String field, byte[] value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(nonce);
            digest.update(field.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return Base64.getEncoder().encodeToString(digest.digest(value));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Prints no value. */
    @Override
    public String toString() {
        return "AuditLeaf";
    }
}
