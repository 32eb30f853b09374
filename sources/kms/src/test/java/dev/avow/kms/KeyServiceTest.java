package dev.avow.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.sealing.KeyServiceException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of keys. */
final class KeyServiceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://vault.example.org/transit/keys/avow",
                "hcvault://vault.example.org/transit/avow",
                "hcvault://user:pass@vault.example.org/transit/keys/avow",
                "hcvault://vault.example.org/transit/keys/avow?x=1",
                "hcvault://vault.example.org/../keys/avow",
                "aws-kms://alias/avow",
                "aws-kms://arn:aws:kms:eu-central-1:1:key/x",
                "aws-kms://arn:aws:s3:eu-central-1:111122223333:key/x"
            })
    void of_noAddressOfAKey_namesTheSetting(String address) {
        assertThatThrownBy(() ->
                        KeyService.of(
                                new KeyServiceAccess(
                                        address,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Duration.ofSeconds(1))))
                .isInstanceOf(KeyServiceException.class)
                .hasMessageContaining("AVOW_MASTER_KEY_KMS")
                .hasMessageNotContaining("pass");
    }

    @Test
    void vaultKey_mountedDeeper_isAskedThere() {
        VaultKey key =
                VaultKey.of("hcvault://vault.example.org:8200/teams/a/transit/keys/avow")
                        .orElseThrow();

        assertThat(key.operation(key.server(), "encrypt"))
                .isEqualTo(
                        URI.create(
                                "https://vault.example.org:8200/v1/teams/a/transit/encrypt/avow"));
    }
}
