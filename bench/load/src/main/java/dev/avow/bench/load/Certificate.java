package dev.avow.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The upstream's certificate for 127.0.0.1, made anew for each run by the JDK's keytool. Tests make
 * theirs alike, in a module that brings JUnit and PostgreSQL, which do not belong beside what is
 * measured.
 *
 * @param keyStore it and its key, as PKCS #12
 * @param pem it alone, for those who are to trust it
 */
record Certificate(Path keyStore, Path pem) {
    /** Of the key store, which is no secret. */
    static final String PASSWORD = "for-the-bench";

    private static final String ALIAS = "upstream";

    /** Makes it in {@code folder}. */
    static Certificate in(Path folder) throws IOException {
        Path keyStore = folder.resolve("upstream.p12");
        String keytool = Path.of(System.getProperty("java.home"), "bin/keytool").toString();
        List<String> command =
                List.of(
                        (keytool
                                        + " -genkeypair -keyalg EC -dname CN=upstream -validity 2"
                                        + " -ext san=ip:127.0.0.1 -storetype PKCS12 -alias "
                                        + ALIAS
                                        + " -storepass "
                                        + PASSWORD
                                        + " -keystore "
                                        + keyStore)
                                .split(" ", -1));
        try (Child child = Child.start(command, Map.of(), folder, folder.resolve("keytool.log"))) {
            if (!child.ended(Duration.ofMinutes(1)) || child.exitCode() != 0) {
                throw new IOException("keytool failed: " + child.lastWords());
            }
        }
        return new Certificate(
                keyStore, Files.writeString(folder.resolve("upstream.pem"), pem(keyStore)));
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
