package dev.avow.bedrock;

import dev.avow.wire.KeyUse;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of Bedrock: one of its API keys, which is sent as it is; or an access key of AWS, which
 * signs each request and is not sent. The latter is written {@code ID:SECRET}, {@code
 * ID:SECRET:TOKEN} where it is a temporary one, and {@code :REGION} at its end where the base URL
 * does not tell the region. No part holds a colon.
 */
final class BedrockKey implements KeyUse {

    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");

    /** Those of AWS: {@code bedrock-runtime.REGION.amazonaws.com}, {@code -fips}, VPC endpoints. */
    private static final Pattern HOST =
            Pattern.compile("(?:^|\\.)bedrock-runtime(?:-fips)?\\.(" + REGION.pattern() + ")\\.");

    /** Tokens of temporary keys begin alike, with some fifty letters; none ends like another. */
    private static final int END_OF_TOKEN = 32;

    private final Signature signature;

    BedrockKey(InstantSource clock) {
        this.signature = new Signature(clock);
    }

    @Override
    public boolean readsBody() {
        return true;
    }

    @Override
    public Map<String, String> headers(
            String plaintextKey, String method, Supplier<URI> whole, byte[] body) {
        String[] parts = plaintextKey.split(":", -1);
        if (parts.length == 1) {
            return Map.of("Authorization", "Bearer " + plaintextKey);
        }
        URI uri = whole.get();
        boolean namesRegion = parts.length > 2 && REGION.matcher(parts[parts.length - 1]).matches();
        int credentials = namesRegion ? parts.length - 1 : parts.length;
        if (credentials > 3 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw unusable("an access key is written ID:SECRET or ID:SECRET:TOKEN");
        }
        String region = namesRegion ? parts[parts.length - 1] : region(uri);
        String plaintextToken = credentials == 3 ? parts[2] : "";
        return signature.headers(
                new AccessKey(parts[0], parts[1], plaintextToken), region, method, uri, body);
    }

    /** Of an access key its id, which a signature names, and a temporary one's token. */
    @Override
    public Optional<List<String>> secrets(String plaintextKey, Map<String, String> shown) {
        int colon = plaintextKey.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String id = plaintextKey.substring(0, colon);
        String token = shown.get("X-Amz-Security-Token");
        return Optional.of(
                token == null
                        ? List.of(id)
                        : List.of(id, token.substring(Math.max(0, token.length() - END_OF_TOKEN))));
    }

    private static String region(URI uri) {
        Matcher host = HOST.matcher(uri.getHost() == null ? "" : uri.getHost());
        if (!host.find()) {
            throw unusable(
                    "the base URL does not tell the region that a signature names; write it at the"
                            + " key's end, as in ID:SECRET:eu-west-1");
        }
        return host.group(1);
    }

    private static FaultException unusable(String what) {
        return Fault.of(
                        FaultCode.PROVIDER_REFUSED,
                        "the provider's key cannot be used: " + what + "; add it anew")
                .asException();
    }
}
