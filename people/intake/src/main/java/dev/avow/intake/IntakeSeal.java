package dev.avow.intake;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.Period;
import dev.avow.sealing.Place;
import dev.avow.sealing.SealingException;
import dev.avow.sealing.UnsealAccess;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals and opens who asks and what they wrote, as one value: under the key of the day on which it
 * goes, so that no backup tells of it later, and then under the tenant's. Before: the address, a
 * line feed, which no address holds, and the details; in UTF-8.
 */
record IntakeSeal(Keyring keyring) {

    /** An address and what was written. */
    record Said(String plaintextEmail, String plaintextDetails) {

        @Override
        public String toString() {
            return "Said";
        }
    }

    byte[] seal(TenantId tenant, UUID id, Said said, Instant until) {
        Place place = place(tenant, id);
        byte[] bytes =
                (said.plaintextEmail() + "\n" + said.plaintextDetails())
                        .getBytes(StandardCharsets.UTF_8);
        return keyring.of(tenant)
                .seal(keyring.periods().seal(tenant, Period.ending(until), bytes, place), place);
    }

    /** Empty where it does not open any more. */
    Optional<Said> open(TenantId tenant, UUID id, byte[] sealed) {
        Place place = place(tenant, id);
        try {
            byte[] inner =
                    keyring.of(tenant).plaintextBytesOf(sealed, place, UnsealAccess.granted());
            return keyring.periods()
                    .plaintextOf(tenant, inner, place, UnsealAccess.granted())
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split("\n", 2))
                    .map(parts -> new Said(parts[0], parts[1]));
        } catch (SealingException lost) {
            return Optional.empty();
        }
    }

    /** The same for one address, and for nobody who does not have the tenant's key. */
    byte[] mac(TenantId tenant, String plaintextEmail) {
        return keyring.of(tenant)
                .mac(
                        ("privacy_intakes/" + plaintextEmail.toLowerCase(java.util.Locale.ROOT))
                                .getBytes(StandardCharsets.UTF_8));
    }

    private static Place place(TenantId tenant, UUID id) {
        return new Place(tenant, "privacy_intakes", "said_sealed", id);
    }

    @Override
    public String toString() {
        return "IntakeSeal";
    }
}
