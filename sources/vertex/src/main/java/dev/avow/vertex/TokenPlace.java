package dev.avow.vertex;

import java.net.URI;
import java.time.Duration;

/**
 * Where keys are exchanged for tokens.
 *
 * @param url asked and no other
 * @param patience with one answer, to its end
 * @param pause after which it is asked again for a key that got no token
 */
public record TokenPlace(URI url, Duration patience, Duration pause) {}
