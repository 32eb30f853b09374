/**
 * Key services that keep the key of the master key, by Tink's {@link com.google.crypto.tink.Aead}:
 * HashiCorp Vault's transit engine and AWS KMS.
 *
 * <p>{@link dev.avow.kms.KeyService#of} reads the key's address and gives the service. What goes
 * wrong is told by {@link dev.avow.sealing.KeyServiceException}, with the setting to look at.
 */
@NullMarked
package dev.avow.kms;

import org.jspecify.annotations.NullMarked;
