package dev.avow.objects;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How a store is reached.
 *
 * @param endpoint the server, {@code http} or {@code https}; empty: Amazon's own
 * @param region as that server names it
 * @param pathStyle whether the bucket stands in the path and not in the host's name
 * @param credentials empty: found as Amazon's own tools find them, in the environment ({@code
 *     AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}), a profile, or of the machine's role
 * @param patience with a server that says nothing
 */
public record S3Access(
        Optional<URI> endpoint,
        String region,
        boolean pathStyle,
        Optional<Credentials> credentials,
        Duration patience) {

    /** A key of the store's own. */
    public record Credentials(String accessKeyId, String plaintextSecret) {

        /** Prints neither. */
        @Override
        public String toString() {
            return "Credentials";
        }
    }
}
