package dev.avow.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A certificate of this machine's for servers in tests, and its key, made anew by the JDK's
 * keytool.
 *
 * @param keyStore both, as PKCS #12
 * @param pem the certificate alone, which vouches for itself
 */
public record TestCertificate(Path keyStore, Path pem) {

    /** Of the key store, which is no secret. */
    public static final String PASSWORD = "for-tests-alone";

    private static final String ALIAS = "server";

    /** One for all tests of this JVM, which is made where the first asks for it. */
    public static TestCertificate ofThisRun() {
        return OfThisRun.CERTIFICATE;
    }

    private static final class OfThisRun {

        private static final TestCertificate CERTIFICATE = make();

        private static TestCertificate make() {
            try {
                Path folder = Scratch.folder("avow-certificate");
                TestCertificate made = TestCertificate.make(folder);
                for (Path file : List.of(folder, made.keyStore(), made.pem())) {
                    file.toFile().deleteOnExit();
                }
                return made;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** For {@code 127.0.0.1} and {@code localhost}, in files in that folder. */
    public static TestCertificate make(Path folder) {
        Path keyStore = folder.resolve("server.p12");
        try {
            run(
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                            "-J-XX:TieredStopAtLevel=1",
                            "-J-XX:+UseSerialGC",
                            // Each server of each test opens it, and its password is no secret.
                            "-J-Dkeystore.pkcs12.certPbeIterationCount=1",
                            "-J-Dkeystore.pkcs12.keyPbeIterationCount=1",
                            "-J-Dkeystore.pkcs12.macIterationCount=1",
                            "-genkeypair",
                            "-alias",
                            ALIAS,
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=ip:127.0.0.1,dns:localhost",
                            "-validity",
                            "2",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD,
                            "-keystore",
                            keyStore.toString()));
            return new TestCertificate(
                    keyStore, Files.writeString(folder.resolve("server.pem"), pem(keyStore)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void run(List<String> command) throws IOException {
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream said = keytool.getInputStream()) {
            String words = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool failed: " + words);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }

    private static String pem(Path keyStore) throws IOException {
        try {
            byte[] der =
                    KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray())
                            .getCertificate(ALIAS)
                            .getEncoded();
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(der)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException broken) {
            throw new IOException(broken);
        }
    }
}
