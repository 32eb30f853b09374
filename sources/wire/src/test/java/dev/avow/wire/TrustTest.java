package dev.avow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustTest {

    @TempDir private Path folder;

    @Test
    void also_aFile_isAddedToWhatTheJvmTrusts() throws Exception {
        TestCertificate certificate = TestCertificate.make(folder);
        TrustManagerFactory jvm =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        jvm.init((KeyStore) null);
        List<X509Certificate> wanted =
                new ArrayList<>(
                        List.of(
                                ((X509TrustManager) jvm.getTrustManagers()[0])
                                        .getAcceptedIssuers()));
        wanted.add(
                (X509Certificate)
                        KeyStore.getInstance(
                                        certificate.keyStore().toFile(),
                                        TestCertificate.PASSWORD.toCharArray())
                                .getCertificate("server"));

        assertThat(Trust.also(certificate.pem()).getAcceptedIssuers())
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate\n", "-----BEGIN CERTIFICATE-----\nAAAA\n"})
    void also_aFileOfSomethingElse_isRefused(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("ca.pem"), text);

        assertThatThrownBy(() -> Trust.also(file)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void also_noFile_isRefused() {
        assertThatThrownBy(() -> Trust.also(folder.resolve("none.pem")))
                .isInstanceOf(IOException.class);
    }
}
