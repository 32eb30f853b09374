package dev.avow.record;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import dev.avow.sealing.UnsealAccess;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seals what is kept of files and batches: under the person's key where a person gave them, so that
 * it goes with that key, else under the tenant's. Safe for any thread.
 */
record KeptSeal(Keyring keyring) {

    byte[] seal(KeptPlace place, String table, String column, byte[] plaintext) {
        UUID person = place.userId();
        Place where = new Place(place.tenant(), table, column, place.id());
        return person == null
                ? keyring.of(place.tenant()).seal(plaintext, where)
                : keyring.subjects()
                        .seal(place.tenant(), person, plaintext, where)
                        .orElseThrow(() ->
                                Fault.of(FaultCode.NOT_FOUND, "this account was erased")
                                        .asException());
    }

    byte @Nullable [] seal(
            KeptPlace place, String table, String column, @Nullable String plaintext) {
        return plaintext == null
                ? null
                : seal(place, table, column, plaintext.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty where the person's key was destroyed. */
    Optional<byte[]> plaintext(KeptPlace place, String table, String column, byte[] sealed) {
        UUID person = place.userId();
        Place where = new Place(place.tenant(), table, column, place.id());
        return person == null
                ? Optional.of(
                        keyring.of(place.tenant())
                                .plaintextBytesOf(sealed, where, UnsealAccess.granted()))
                : keyring.subjects()
                        .plaintextOf(place.tenant(), person, sealed, where, UnsealAccess.granted());
    }

    @Nullable String plaintextText(
            KeptPlace place, String table, String column, byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : plaintext(place, table, column, sealed)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse(null);
    }
}
