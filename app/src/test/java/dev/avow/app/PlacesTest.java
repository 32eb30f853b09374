package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.settings.BadSetting;
import dev.avow.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where archives and backups go is looked at before the start, used or not. */
final class PlacesTest {

    @TempDir Path home;

    private Settings with(String setting, String location) {
        return Settings.from(
                Map.of(
                        "AVOW_HOME",
                        home.toString(),
                        "AVOW_BACKUP_ENABLED",
                        "false",
                        setting,
                        location));
    }

    /** It stopped the start only on the day on which the archive was turned on. */
    @ParameterizedTest
    @CsvSource({
        "AVOW_INTERACTION_ARCHIVE_LOCATION, ftp://archive.example/in",
        "AVOW_INTERACTION_ARCHIVE_LOCATION, s3://",
        "AVOW_BACKUP_LOCATION, ftp://backup.example/in",
    })
    void location_thatIsNoPlace_stopsTheStartAlsoWhereItIsNotUsed(String setting, String location) {
        Settings settings = with(setting, location);

        assertThatThrownBy(() -> Places.check(settings))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(setting)
                .hasMessageContaining("s3://bucket/prefix");
    }

    @Test
    void location_thatIsAPlaceAndNotUsed_isNotAsked() {
        String nobody = "s3://nobody-has-this-bucket/in";

        assertThat(Places.check(with("AVOW_INTERACTION_ARCHIVE_LOCATION", nobody))).isEmpty();
        assertThat(Places.check(with("AVOW_BACKUP_LOCATION", nobody))).isEmpty();
    }
}
