package dev.avow.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStoreSettingsTest {

    @TempDir Path home;

    private ObjectStoreSettings of(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>(Map.of("AVOW_HOME", home.toString()));
        for (int at = 0; at < namesAndValues.length; at += 2) {
            environment.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return Settings.from(environment).objectStore();
    }

    @Test
    void all_unset_isAmazonsOwn() {
        assertThat(of().endpoint()).isEmpty();
        assertThat(of().region()).isEqualTo("us-east-1");
        assertThat(of().pathStyle()).isFalse();
        assertThat(of().accessKeyId()).isEmpty();
        assertThat(of().allowsVersions()).isFalse();
    }

    @Test
    void pathStyle_ofAnotherServer_isTrueUnlessSaid() {
        assertThat(of("AVOW_S3_ENDPOINT", "https://s3.example.org").pathStyle()).isTrue();
        assertThat(
                        of(
                                        "AVOW_S3_ENDPOINT",
                                        "https://s3.example.org",
                                        "AVOW_S3_PATH_STYLE",
                                        "false")
                                .pathStyle())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3.example.org",
                "ftp://s3.example.org",
                "https://user:pass@s3.example.org",
                "https://s3.example.org?x=y",
                "https://s3 example.org",
                "http://s3.example.org"
            })
    void endpoint_thatIsNone_isNamedAndNotQuoted(String wrong) {
        ObjectStoreSettings settings = of("AVOW_S3_ENDPOINT", wrong);

        assertThatThrownBy(settings::endpoint)
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("AVOW_S3_ENDPOINT")
                .hasMessageNotContaining("pass@");
    }

    @Test
    void endpoint_plainHttp_isForThisMachineOrAllowed() {
        assertThat(of("AVOW_S3_ENDPOINT", "http://127.0.0.1:9000").endpoint())
                .contains(URI.create("http://127.0.0.1:9000"));
        assertThat(
                        of("AVOW_S3_ENDPOINT", "http://minio:9000", "AVOW_S3_ALLOW_HTTP", "true")
                                .endpoint())
                .isPresent();
    }

    @Test
    void accessKeyId_alone_isRefusedWithoutItsValue() {
        ObjectStoreSettings settings = of("AVOW_S3_SECRET_ACCESS_KEY", "fictitious-secret");

        assertThatThrownBy(settings::accessKeyId)
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("AVOW_S3_ACCESS_KEY_ID")
                .hasMessageNotContaining("fictitious-secret");
    }

    @Test
    void region_thatIsNone_isNamed() {
        assertThatThrownBy(of("AVOW_S3_REGION", "EU/x")::region)
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("AVOW_S3_REGION");
    }
}
