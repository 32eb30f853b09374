package dev.avow.sealing;

import java.security.GeneralSecurityException;

/**
 * A key service that refused, is away or is not set up. Its message is one line for an operator: it
 * names the setting and the remedy, and holds neither key nor token nor what the service said.
 */
public final class KeyServiceException extends GeneralSecurityException {

    private static final long serialVersionUID = 1L;

    public KeyServiceException(String message) {
        super(message);
    }
}
