package dev.avow.record;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.Period;
import dev.avow.sealing.Place;
import dev.avow.sealing.UnsealAccess;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seals what is kept of files and batches: under the key of the day on which it goes, and then
 * under the person's where a person gave them, else under the tenant's. So it goes with either key.
 * Safe for any thread.
 */
record KeptSeal(Keyring keyring) {

    byte[] seal(KeptPlace place, String table, String column, byte[] plaintext) {
        UUID person = place.userId();
        Place where = new Place(place.tenant(), table, column, place.id());
        byte[] inner =
                keyring.periods()
                        .seal(place.tenant(), Period.ending(place.expiresAt()), plaintext, where);
        return person == null
                ? keyring.of(place.tenant()).seal(inner, where)
                : keyring.subjects()
                        .seal(place.tenant(), person, inner, where)
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

    /** Empty where the person's key was destroyed, or the day's. */
    Optional<byte[]> plaintext(KeptPlace place, String table, String column, byte[] sealed) {
        UUID person = place.userId();
        Place where = new Place(place.tenant(), table, column, place.id());
        Optional<byte[]> inner =
                person == null
                        ? Optional.of(
                                keyring.of(place.tenant())
                                        .plaintextBytesOf(sealed, where, UnsealAccess.granted()))
                        : keyring.subjects()
                                .plaintextOf(
                                        place.tenant(),
                                        person,
                                        sealed,
                                        where,
                                        UnsealAccess.granted());
        return inner.flatMap(opened ->
                keyring.periods()
                        .plaintextOf(place.tenant(), opened, where, UnsealAccess.granted()));
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
