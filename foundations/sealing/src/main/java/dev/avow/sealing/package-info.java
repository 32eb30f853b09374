/**
 * Keys, envelopes and fingerprints, by Tink.
 *
 * <p>{@link MasterKey} is the file; it wraps every tenant's keys, which {@link Keyring} keeps
 * unwrapped in memory and hands out as {@link TenantKeys}. Those seal a value for one {@link Place}
 * and fingerprint texts. {@link SubjectKeys} seal what is about one person, until that key is
 * destroyed. {@link MasterKeyRotation} and {@link TenantKeyRotation} change which versions there
 * are, and {@link Rewrapping} moves tenants' keys to the master key's newest. Nothing comes out in
 * the clear without an {@link UnsealAccess}.
 */
@NullMarked
package dev.avow.sealing;

import org.jspecify.annotations.NullMarked;
