package dev.avow.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.ask.Endpoints;
import dev.avow.sealing.UnsealAccess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** P3: what a provider keeps belongs to the account of the key that it was given with. */
final class StoredKeyTest {

    private static final class Opening implements StoredKey.SealedKey {
        @Override
        public boolean opens() {
            return true;
        }

        @Override
        public String plaintext(UnsealAccess access) {
            return "k";
        }
    }

    private static StoredKey key(int added) {
        return new StoredKey(
                UUID.nameUUIDFromBytes(new byte[] {(byte) added}),
                new Opening(),
                Instant.EPOCH.plusSeconds(added));
    }

    @Test
    void oldest_whicheverKeysAreAdded_staysTheSame() {
        List<StoredKey> keys = new ArrayList<>();
        for (int added = 0; added < 20; added++) {
            keys.add(key(added));
            Collections.rotate(keys, added);
            assertThat(StoredKey.of(keys, Endpoints.OLDEST_KEY).orElseThrow().id())
                    .isEqualTo(key(0).id());
        }
    }
}
