package dev.avow.requests;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import dev.avow.sealing.UnsealAccess;
import dev.avow.words.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals and opens the texts of one row; each is bound to its tenant, table, column and row. */
record SealedTexts(Keyring keyring, TenantId tenant, String table, UUID row) {

    byte[] seal(String column, String plaintext) {
        return keyring.of(tenant).seal(plaintext, place(column));
    }

    byte @Nullable [] sealOrNull(String column, @Nullable String plaintext) {
        return plaintext == null ? null : seal(column, plaintext);
    }

    String plaintextOf(String column, byte[] sealed) {
        return keyring.of(tenant).plaintextOf(sealed, place(column), UnsealAccess.granted());
    }

    @Nullable String plaintextOrNull(String column, byte @Nullable [] sealed) {
        return sealed == null ? null : plaintextOf(column, sealed);
    }

    private Place place(String column) {
        return new Place(tenant, table, column, row);
    }

    @Override
    public String toString() {
        return "SealedTexts of " + table;
    }
}
