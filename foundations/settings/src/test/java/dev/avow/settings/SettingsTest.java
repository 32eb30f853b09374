package dev.avow.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {

    @TempDir Path home;

    @Test
    void from_nothingSet_givesTheDefaults() {
        Settings settings = with();

        assertThat(settings.port()).isEqualTo(8420);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.databaseUrl()).isEmpty();
        assertThat(settings.profile()).isEqualTo("governance");
        assertThat(settings.region()).isEqualTo("EU");
        assertThat(settings.providers().idleTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.masterKeyFile()).isEqualTo(home.resolve("keys/master.json"));
        assertThat(settings.eventLoops()).isPositive();
        assertThat(settings.notYetInForce()).isEmpty();
    }

    /** B6, R1: the profile that never stores conversation text keeps none of a batch either. */
    @Test
    void batchRetention_notSet_isAsTheProfileSays() {
        assertThat(with().attachments().batchRetentionDays()).isZero();
        assertThat(with("AVOW_PROFILE", "assistant").attachments().batchRetentionDays())
                .isEqualTo(30);
        assertThat(with("AVOW_BATCH_RETENTION", "7").attachments().batchRetentionDays())
                .isEqualTo(7);
    }

    /**
     * One that a reader's process could not start with was once found out by the first document.
     */
    @Test
    void documentHeap_tooSmallForAReader_isRefusedByName() {
        assertThat(with("AVOW_DOCUMENTS_HEAP_MB", "64").attachments().documentHeapMegabytes())
                .isEqualTo(64);
        assertThatThrownBy(() ->
                        with("AVOW_DOCUMENTS_HEAP_MB", "63").attachments().documentHeapMegabytes())
                .isInstanceOf(BadSetting.class)
                .hasMessage("AVOW_DOCUMENTS_HEAP_MB must be 64 or more");
    }

    @Test
    void witnesses_inPairs_areReadAndReachedByTlsAlone() {
        assertThat(with().witnesses().all()).isEmpty();
        assertThat(
                        with(
                                        "AVOW_AUDIT_WITNESSES",
                                        "https://w.example n+1+k , http://[::1]:8/p/  m+2+l,")
                                .witnesses()
                                .all())
                .containsExactly(
                        new WitnessSettings.Place(URI.create("https://w.example/"), "n+1+k"),
                        new WitnessSettings.Place(URI.create("http://[::1]:8/p/"), "m+2+l"));
        for (String wrong :
                new String[] {
                    "https://w.example",
                    "http://w.example n+1+k",
                    "https://w.example n+1+k more",
                    "https://u:p@w.example n+1+k",
                    "https://w.example?x n+1+k",
                    "ftp://w.example n+1+k"
                }) {
            assertThatThrownBy(() -> with("AVOW_AUDIT_WITNESSES", wrong).witnesses().all())
                    .as(wrong)
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContaining("AVOW_AUDIT_WITNESSES must be pairs");
        }
    }

    @Test
    void from_propertiesFile_isRead() throws IOException {
        file("avow.port=9000\navow.provider.idle.timeout.ms = 250 \n# a comment\navow.region=");
        Settings settings = with();

        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.providers().idleTimeout()).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.region()).isEqualTo("EU");
    }

    @Test
    void from_environmentAndFile_theEnvironmentWins() throws IOException {
        file("avow.port=9000\navow.host=0.0.0.0");
        Settings settings = with("AVOW_PORT", "9001");

        assertThat(settings.port()).isEqualTo(9001);
        assertThat(settings.host()).isEqualTo("0.0.0.0");
    }

    @Test
    void anthropicBeta_list_isTakenAsItIs() {
        assertThat(with().providers().anthropicBeta()).isEmpty();
        assertThat(with("AVOW_ANTHROPIC_BETA", "one-2026-01-01,two").providers().anthropicBeta())
                .contains("one-2026-01-01,two");
        assertThat(with().providers().anthropicVersion()).isEqualTo("2023-06-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one, two", ",", "one,", "one\ntwo", "é"})
    void anthropicBeta_whatNoHeaderHolds_isRefused(String betas) {
        assertThatThrownBy(() -> with("AVOW_ANTHROPIC_BETA", betas).providers().anthropicBeta())
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("AVOW_ANTHROPIC_BETA");
    }

    @Test
    void from_blankInTheEnvironment_isAsIfUnset() throws IOException {
        file("avow.port=9000");

        assertThat(with("AVOW_PORT", "  ").port()).isEqualTo(9000);
    }

    @ParameterizedTest
    @CsvSource({
        "AVOW_PORT, 0, a port from 1 to 65535",
        "AVOW_PORT, 65536, a port from 1 to 65535",
        "AVOW_PORT, eighty, a port from 1 to 65535",
        "AVOW_PORT, -1, a port from 1 to 65535",
        "AVOW_PORT, ٨٤٢٠, a port from 1 to 65535",
        "AVOW_PROFILE, Governance, 'one of governance, isolated-agent, bot-builder, contact-centre,"
                + " assistant'",
        "AVOW_REGION, XX, 'one of EU, NZ, AU, US, UK'",
        "AVOW_INTERACTION_RETENTION, 0, 'days, a whole number from 1 to 36500'",
        "AVOW_AUDIT_LOG_RETENTION, 36501, 'days, a whole number from 1 to 36500'",
        "AVOW_BACKUP_RETENTION, 1.5, 'days, a whole number from 1 to 36500'",
        "AVOW_TELEMETRY_ENABLED, yes, true or false",
        "AVOW_TELEMETRY_ENABLED, TRUE, true or false",
        "AVOW_DATABASE_POOL_SIZE, 0, a whole number from 1 to 999999999",
        "AVOW_MAX_BODY_BYTES, 2147483647, a whole number from 1 to 999999999",
        "AVOW_MAX_BODY_BYTES, 99999999999999999999, a whole number from 1 to 999999999",
        "AVOW_EVENT_LOOPS, -1, a whole number from 0 to 999999999"
    })
    void from_illFormedValue_namesTheSettingAndWhatIsWanted(
            String name, String value, String wanted) {
        assertThatThrownBy(() -> with(name, value))
                .isInstanceOf(BadSetting.class)
                .hasMessage(name + " must be " + wanted);
    }

    @Test
    void from_unknownNames_areAllNamedInOneLine() {
        assertThatThrownBy(() -> with("AVOW_PROT", "1", "AVOW_KEYS", "s3cret"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("AVOW_KEYS, AVOW_PROT")
                .hasMessageContaining("the environment")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"port=1", "avow.prot=1", "other.port=1", "avow=1"})
    void from_unknownNameInTheFile_isRefused(String line) throws IOException {
        file(line);

        assertThatThrownBy(this::with)
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("avow.properties");
    }

    @Test
    void from_illFormedFile_isRefusedByName() throws IOException {
        file("avow.host=\\u00zz");

        assertThatThrownBy(this::with)
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("avow.properties cannot be read");
    }

    @Test
    void from_fileThatIsNoUtf8_isRefusedByName() throws IOException {
        Files.write(home.resolve("avow.properties"), new byte[] {'a', (byte) 0xE9, '=', '1'});

        assertThatThrownBy(this::with)
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("avow.properties cannot be read");
    }

    /** The file lies in the home folder, so a home that it names was never the one it lies in. */
    @Test
    void from_homeInTheFile_once_movedTheHomeAndLeftTheFileBehind() throws IOException {
        file("avow.home=/elsewhere");

        assertThatThrownBy(this::with)
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("AVOW_HOME cannot be set in");
    }

    @Test
    void from_otherVariables_areNotLookedAt() {
        assertThat(with("PATH", "/bin", "avow_port", "x", "MY_AVOW_X", "y").port()).isEqualTo(8420);
    }

    @Test
    void from_halfAnAccount_isRefusedWithoutTheSecret() {
        assertThatThrownBy(() -> with("AVOW_ADMIN_PASSWORD", "s3cret-password"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("AVOW_ADMIN_EMAIL and AVOW_ADMIN_PASSWORD")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> with("AVOW_ADMIN_EMAIL", "root@mail.example"))
                .isInstanceOf(BadSetting.class)
                .hasMessageNotContaining("root@");
    }

    @Test
    void toString_secretsSet_printsNone() {
        Settings settings =
                with("AVOW_ADMIN_EMAIL", "root@mail.example", "AVOW_ADMIN_PASSWORD", "s3cret");

        assertThat(settings.toString()).isEqualTo("Settings");
        assertThat(settings.plaintextAdminPassword()).contains("s3cret");
    }

    @Test
    void notYetInForce_settingsWithoutEffect_areNamed() {
        assertThat(with("AVOW_TELEMETRY_ENABLED", "true").notYetInForce())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("AVOW_TELEMETRY_ENABLED"));
    }

    /** R1: the profile decides, and the line at the start says on what. */
    @Test
    void notices_anotherProfile_sayWhatItDecides() {
        Settings settings = with("AVOW_PROFILE", "assistant");

        assertThat(settings.notYetInForce()).isEmpty();
        assertThat(settings.notices())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).contains("AVOW_PROFILE", "kept", "erasure", "batches"));
        assertThat(with().notices()).isEmpty();
    }

    /** R3: a value that is set wins; one that is not is the profile's to say. */
    @Test
    void retention_valuesSet_areToldApartFromUnset() {
        assertThat(with().retention().interactions()).isEmpty();
        assertThat(with().retention().auditLog()).isEmpty();
        assertThat(with("AVOW_INTERACTION_RETENTION", "365").retention().interactions())
                .contains(365);
        assertThat(with("AVOW_INTERACTION_RETENTION", "365").notYetInForce()).isEmpty();
        assertThat(with("AVOW_AUDIT_LOG_RETENTION", "30").notYetInForce()).isEmpty();
        assertThat(with("AVOW_AUDIT_LOG_RETENTION", "2555").retention().auditLog()).contains(2555);
        assertThat(with().retention().every()).isEqualTo(Duration.ofHours(1));
    }

    /** The README's {@code export AVOW_KEY=…} once kept every later command from running. */
    @Test
    void from_whatClientsKeepInTheEnvironment_onceWasAnUnknownSetting() {
        assertThat(with("AVOW_KEY", "avow_x", "AVOW_API_KEY", "x", "AVOW_BASE_URL", "y").home())
                .isEqualTo(home);
    }

    private void file(String text) throws IOException {
        Path file = Files.writeString(home.resolve("avow.properties"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Settings with(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>();
        environment.put("AVOW_HOME", home.toString());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Settings.from(environment);
    }
}
