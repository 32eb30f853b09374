package dev.avow.objects;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the SDK's clients. */
final class S3Clients {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** For one piece of {@link S3Upload} on a thin line; what stands still ends far sooner. */
    private static final Duration ATTEMPT = Duration.ofMinutes(5);

    /** As many connections are kept open by several writers, and a store may have closed each. */
    private static final int ATTEMPTS = 6;

    private S3Clients() {}

    static AwsCredentialsProvider credentials(S3Access access) {
        return access.credentials()
                .<AwsCredentialsProvider>map(each ->
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        each.accessKeyId(), each.plaintextSecret())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    static S3Client client(S3Access access, AwsCredentialsProvider credentials) {
        S3ClientBuilder builder =
                S3Client.builder()
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .socketTimeout(access.patience()))
                        .overrideConfiguration(config ->
                                config.apiCallAttemptTimeout(ATTEMPT)
                                        .retryStrategy(
                                                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                                        .maxAttempts(ATTEMPTS)
                                                        .build()))
                        // Not every maker's store knows the checksums that Amazon's adds; archives
                        // and backups have hashes of their own.
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .credentialsProvider(credentials)
                        .forcePathStyle(access.pathStyle())
                        .region(Region.of(access.region()));
        access.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
