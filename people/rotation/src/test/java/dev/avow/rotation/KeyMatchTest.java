package dev.avow.rotation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.sealing.MasterKey;
import dev.avow.tenancy.KeyMatch;
import dev.avow.testing.TestDatabase;
import dev.avow.words.FaultException;
import dev.avow.words.TenantId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I7: a node that was left with another master key does not change what all nodes sign in with. */
final class KeyMatchTest {

    @TempDir private Path folder = Path.of("unused");

    @Test
    void I7_databaseOfAnotherMasterKey_isRefusedBeforeAnythingChanges() {
        MasterKey other = MasterKey.readOrCreate(folder.resolve("other.json"));
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThatCode(() -> KeyMatch.require(database.access(), other))
                    .as("no keys yet")
                    .doesNotThrowAnyException();
            byte[] _ = database.keyring().of(TenantId.DEFAULT).signingPublicKey();

            assertThatCode(() -> KeyMatch.require(database.access(), database.masterKey()))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> KeyMatch.require(database.access(), other))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining(database.masterKey().versions().getFirst())
                    .hasMessageContaining("AVOW_MASTER_KEY_FILE");
        }
    }
}
