package dev.avow.prove;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import dev.avow.sealing.SealingException;
import dev.avow.sealing.SubjectKeys;
import dev.avow.sealing.TenantKeys;
import dev.avow.sealing.UnsealAccess;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Under whose keys an entry's values are sealed, so that those about a person go with the person's
 * key and the entry stays: who acted, from where and with what, under the actor's; what changed of
 * an account, under that account's; the rest under the tenant's. The nonce that proves them all is
 * sealed under each of these keys in turn, so that it goes with the first.
 *
 * <p>Whose they are follows from open columns, which are part of the leaf. A key of the API that
 * acts for itself is nobody.
 */
final class EntryKeys {

    /** A nonce in base64; what is sealed is longer. */
    private static final int NONCE_LETTERS = 24;

    private final TenantId tenant;
    private final TenantKeys keys;
    private final SubjectKeys subjects;
    private final @Nullable UUID actor;
    private final @Nullable UUID changed;
    private final List<UUID> erased;

    private EntryKeys(
            Keyring keyring, TenantId tenant, @Nullable UUID actor, @Nullable UUID changed) {
        this.tenant = tenant;
        this.keys = keyring.of(tenant);
        this.subjects = keyring.subjects();
        this.actor = actor;
        this.changed = changed;
        this.erased = owners().stream().filter(each -> subjects.isDestroyed(tenant, each)).toList();
    }

    /** For an entry that is about to be written. */
    static EntryKeys toWrite(Keyring keyring, AuditRecord entry) {
        UUID id = entry.actorId();
        boolean somebody =
                id == null
                        || entry.actorEmail() != null
                        || keyring.subjects().isDestroyed(entry.tenant(), id);
        return new EntryKeys(
                keyring, entry.tenant(), somebody ? actor(entry) : null, changed(entry));
    }

    /** For an entry that was read; its open columns are enough. */
    static EntryKeys toRead(Keyring keyring, AuditRecord entry) {
        return new EntryKeys(keyring, entry.tenant(), actor(entry), changed(entry));
    }

    /** A stranger who tries to sign in may be the person whose account it is. */
    private static @Nullable UUID actor(AuditRecord entry) {
        if (entry.actorId() != null) {
            return entry.actorId();
        }
        return entry.resourceType().equals("session") ? id(entry.resourceId()) : null;
    }

    private static @Nullable UUID changed(AuditRecord entry) {
        return entry.resourceType().equals("user") ? id(entry.resourceId()) : null;
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException anotherKindOfResource) {
            return null;
        }
    }

    private @Nullable UUID owner(String field) {
        return field.equals("changes") ? changed : actor;
    }

    /** Whether nothing is to be kept of a field any more, since the person was erased. */
    boolean isErased(String field) {
        UUID owner = owner(field);
        return owner != null && erased.contains(owner);
    }

    /**
     * Seals a field's value; null where there is none.
     *
     * @throws dev.avow.words.FaultException {@code not_allowed} where the person was erased since
     *     this was made
     */
    byte @Nullable [] seal(String field, @Nullable String value, Place place) {
        if (value == null) {
            return null;
        }
        UUID owner = owner(field);
        return owner == null
                ? keys.seal(value, place)
                : subjects.seal(tenant, owner, value, place).orElseThrow(EntryKeys::erasedNow);
    }

    /**
     * Opens a field's value.
     *
     * @return empty where the person was erased
     * @throws SealingException where it was altered
     */
    Optional<String> plaintextOf(String field, byte[] sealed, Place place) {
        UUID owner = owner(field);
        if (owner == null || !SubjectKeys.isOfASubject(sealed)) {
            return Optional.of(keys.plaintextOf(sealed, place, UnsealAccess.granted()));
        }
        return subjects.plaintextOf(tenant, owner, sealed, place, UnsealAccess.granted())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Seals the nonce; whoever was erased has no value here that it could prove. */
    byte[] sealNonce(String nonce, Place place) {
        List<UUID> owners = owners().stream().filter(each -> !erased.contains(each)).toList();
        if (owners.isEmpty()) {
            return keys.seal(nonce, place);
        }
        byte[] sealed = nonce.getBytes(StandardCharsets.UTF_8);
        for (UUID owner : owners) {
            sealed = subjects.seal(tenant, owner, sealed, place).orElseThrow(EntryKeys::erasedNow);
        }
        return sealed;
    }

    private static RuntimeException erasedNow() {
        return Fault.of(FaultCode.NOT_ALLOWED, "this account was erased").asException();
    }

    /**
     * Opens the nonce.
     *
     * @return empty where a person was erased
     * @throws SealingException where it was altered
     */
    Optional<String> nonce(byte[] sealed, Place place) {
        if (!SubjectKeys.isOfASubject(sealed)) {
            return Optional.of(keys.plaintextOf(sealed, place, UnsealAccess.granted()));
        }
        byte[] bytes = sealed;
        for (UUID owner : owners().reversed()) {
            if (bytes.length == NONCE_LETTERS) {
                break; // the actor was a key of the API
            }
            Optional<byte[]> inner =
                    subjects.plaintextOf(tenant, owner, bytes, place, UnsealAccess.granted());
            if (inner.isEmpty()) {
                return Optional.empty();
            }
            bytes = inner.get();
        }
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private List<UUID> owners() {
        List<UUID> all = new ArrayList<>();
        for (UUID each : Arrays.asList(actor, changed)) {
            if (each != null && !all.contains(each)) {
                all.add(each);
            }
        }
        return all;
    }

    /** Prints nothing. */
    @Override
    public String toString() {
        return "EntryKeys";
    }
}
