package dev.avow.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R1: what goes on a day goes with that day's key. */
class PeriodKeysTest {

    private static final Period PERIOD = Period.ending(Instant.parse("2026-12-23T23:59:59Z"));
    private static final Place PLACE =
            new Place(TenantId.DEFAULT, "provider_files", "lines_sealed", Ids.next());
    private static final byte[] TEXT = "what was said".getBytes(UTF_8);

    @TempDir Path folder;
    private final KeysInMemory tenants = new KeysInMemory();
    private PeriodKeys keys;

    @BeforeEach
    void open() {
        keys = another();
    }

    private PeriodKeys another() {
        return new Keyring(
                        MasterKey.readOrCreate(folder.resolve("master.json")),
                        tenants,
                        new SubjectKeyFiles(folder.resolve("keys")))
                .periods();
    }

    private static Optional<byte[]> opened(PeriodKeys by, byte[] sealed) {
        return by.plaintextOf(TenantId.DEFAULT, sealed, PLACE, UnsealAccess.granted());
    }

    @Test
    void plaintextOf_byAnotherProcess_opens() {
        byte[] sealed = keys.seal(TenantId.DEFAULT, PERIOD, TEXT, PLACE);

        assertThat(opened(another(), sealed)).contains(TEXT);
        assertThat(keys.periods(TenantId.DEFAULT)).containsExactly(PERIOD);
        assertThat(new String(sealed, UTF_8)).doesNotContain("said");
    }

    @Test
    void destroy_whatItSealed_opensForNobodyAndNothingIsSealedAgain() {
        byte[] sealed = keys.seal(TenantId.DEFAULT, PERIOD, TEXT, PLACE);
        PeriodKeys other = another();
        assertThat(opened(other, sealed)).contains(TEXT);

        keys.destroy(TenantId.DEFAULT, PERIOD);

        assertThat(opened(keys, sealed)).isEmpty();
        assertThat(opened(other, sealed)).isEmpty();
        assertThat(keys.periods(TenantId.DEFAULT)).isEmpty();
        assertThatThrownBy(() -> other.seal(TenantId.DEFAULT, PERIOD, TEXT, PLACE))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("2026-12-23 is over");
    }

    @Test
    void plaintextOf_whatIsFromBeforeThereWerePeriods_comesBackAsItIs() {
        assertThat(opened(keys, TEXT)).contains(TEXT);
        assertThat(opened(keys, new byte[0])).contains(new byte[0]);
    }

    @Test
    void plaintextOf_valueOfAnotherRow_doesNotOpen() {
        byte[] sealed = keys.seal(TenantId.DEFAULT, PERIOD, TEXT, PLACE);
        Place elsewhere = new Place(TenantId.DEFAULT, "provider_files", "lines_sealed", Ids.next());

        assertThatThrownBy(() ->
                        keys.plaintextOf(
                                TenantId.DEFAULT, sealed, elsewhere, UnsealAccess.granted()))
                .isInstanceOf(SealingException.class);
    }

    @Test
    void seal_itsKey_liesApartFromPeoplesUnderItsDay() {
        byte[] _ = keys.seal(TenantId.DEFAULT, PERIOD, TEXT, PLACE);

        assertThat(
                        Files.exists(
                                folder.resolve("keys/periods")
                                        .resolve(TenantId.DEFAULT.toString())
                                        .resolve("00000000-0000-0000-0000-000020261223.key")))
                .isTrue();
    }
}
