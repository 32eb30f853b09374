package dev.avow.kms;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of a Vault's transit engine, as Tink writes it: {@code
 * hcvault://HOST:PORT/MOUNT/keys/NAME}.
 *
 * @param server where that Vault is, over TLS
 * @param mount where the engine is mounted, such as {@code transit}
 * @param name the key's
 */
record VaultKey(URI server, String mount, String name) {

    private static final Pattern FORM =
            Pattern.compile(
                    "hcvault://([A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?)/([A-Za-z0-9_-]{1,60}(?:/[A-Za-z0-9_-]{1,60}){0,4})/keys/([A-Za-z0-9_.-]{1,128})");

    static Optional<VaultKey> of(String address) {
        Matcher form = FORM.matcher(address);
        return form.matches()
                ? Optional.of(
                        new VaultKey(
                                URI.create("https://" + form.group(1)),
                                form.group(2),
                                form.group(3)))
                : Optional.empty();
    }

    /** Where an operation on this key is asked for; {@code server} may be another one. */
    URI operation(URI at, String operation) {
        String base = at.toString();
        return URI.create(
                (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                        + "/v1/"
                        + mount
                        + "/"
                        + operation
                        + "/"
                        + name);
    }
}
