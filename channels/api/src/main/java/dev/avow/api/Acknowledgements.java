package dev.avow.api;

import dev.avow.admit.Admitted;
import dev.avow.arrive.Arrived;
import dev.avow.decide.Decision;
import dev.avow.sealing.TenantKeys;
import dev.avow.words.Itinerary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tokens by which a person shows to have been coached. A token is for one caller, one policy and
 * one prompt, and ends after an hour; nothing is stored for it.
 *
 * <p>Form: the end in seconds, a dot, and base64url of the tenant's HMAC-SHA-256 over end, caller,
 * the body's SHA-256, provider and policy.
 */
final class Acknowledgements {

    private static final Duration LIFE = Duration.ofHours(1);

    private Acknowledgements() {}

    static String token(TenantKeys keys, Decision.Coach coach, Instant now) {
        long end = now.plus(LIFE).getEpochSecond();
        return end + "." + mac(keys, coach, end);
    }

    static boolean isValid(
            @Nullable String token, TenantKeys keys, Decision.Coach coach, Instant now) {
        if (token == null || !token.matches("[0-9]{1,12}\\.[A-Za-z0-9_-]{43}")) {
            return false;
        }
        int dot = token.indexOf('.');
        long end = Long.parseLong(token.substring(0, dot));
        byte[] expected = ascii(mac(keys, coach, end));
        return end >= now.getEpochSecond()
                && MessageDigest.isEqual(expected, ascii(token.substring(dot + 1)));
    }

    private static String mac(TenantKeys keys, Decision.Coach coach, long end) {
        Admitted admitted = coach.classified().admitted();
        String bound =
                "coached\n"
                        + end
                        + "\n"
                        + admitted.caller().apiKeyId()
                        + "\n"
                        + admitted.caller().userId()
                        + "\n"
                        + HexFormat.of().formatHex(sha256(admitted.arrived()))
                        + "\n"
                        + place(admitted.itinerary())
                        + "\n"
                        + coach.policy();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keys.mac(bound.getBytes(StandardCharsets.UTF_8)));
    }

    /** A route's targets change from one request to the next; its name does not. */
    private static String place(Itinerary itinerary) {
        return itinerary.alias() != null
                ? "route " + itinerary.alias()
                : itinerary.first().providerId().toString();
    }

    /** A form's files are part of what was acknowledged. */
    private static byte[] sha256(Arrived arrived) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(arrived.body().bytes());
            for (int place = 0; place < arrived.files().count(); place++) {
                sha256.update(arrived.files().unscanned(place));
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
