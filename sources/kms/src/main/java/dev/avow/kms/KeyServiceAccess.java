package dev.avow.kms;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a key service is reached.
 *
 * @param key the key's address, such as {@code aws-kms://arn:aws:kms:…} or {@code
 *     hcvault://vault.example.org:8200/transit/keys/avow}
 * @param endpoint where the service is asked instead of where the address says; empty: there
 * @param tokenFile the file with Vault's token; unused for others
 * @param patience with a service that says nothing
 */
public record KeyServiceAccess(
        String key, Optional<URI> endpoint, Optional<Path> tokenFile, Duration patience) {}
