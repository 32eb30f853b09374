package dev.avow.bedrock;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Signs requests to Bedrock (IAM User Guide, "AWS Signature Version 4 for API requests"), by the
 * AWS SDK's own signer. Safe for any thread.
 */
final class Signature {

    private static final String SERVICE = "bedrock";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final Clock clock;

    Signature(InstantSource clock) {
        this.clock = new Ticking(clock);
    }

    /** The headers that carry it; the host, which is signed too, goes without saying. */
    Map<String, String> headers(AccessKey key, String region, String method, URI uri, byte[] body) {
        SdkHttpRequest request =
                SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(uri).build();
        SdkHttpRequest signed =
                signer.sign(asked ->
                                asked.identity(identity(key))
                                        .request(request)
                                        .payload(ContentStreamProvider.fromByteArrayUnsafe(body))
                                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                        .request();
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, List<String>> header : signed.headers().entrySet()) {
            if (!header.getKey().equalsIgnoreCase("Host")) {
                headers.put(header.getKey(), header.getValue().getFirst());
            }
        }
        return headers;
    }

    private static AwsCredentialsIdentity identity(AccessKey key) {
        return key.plaintextToken().isEmpty()
                ? AwsCredentialsIdentity.create(key.id(), key.plaintextSecret())
                : AwsSessionCredentialsIdentity.create(
                        key.id(), key.plaintextSecret(), key.plaintextToken());
    }

    /** What the signer takes for a clock. */
    private static final class Ticking extends Clock {

        private final InstantSource source;

        Ticking(InstantSource source) {
            this.source = source;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return source.instant();
        }
    }
}
