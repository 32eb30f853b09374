package dev.avow.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Who vouches for servers. */
public final class Trust {

    private Trust() {}

    /**
     * The authorities that the JVM knows, and those of a file.
     *
     * @param pem certificates of authorities (RFC 7468), one after the other
     * @throws IOException where the file cannot be read
     * @throws GeneralSecurityException where it holds no certificate, or what is none
     */
    public static X509TrustManager also(Path pem) throws IOException, GeneralSecurityException {
        Collection<? extends Certificate> own;
        try (InputStream in = Files.newInputStream(pem)) {
            own = CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
        if (own.isEmpty()) {
            throw new GeneralSecurityException("no certificate");
        }
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        int number = 0;
        for (X509Certificate known : managerOf(null).getAcceptedIssuers()) {
            all.setCertificateEntry("known-" + number++, known);
        }
        for (Certificate each : own) {
            all.setCertificateEntry("own-" + number++, each);
        }
        return managerOf(all);
    }

    /** For the JDK's own client. */
    public static SSLContext context(X509TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the JVM has no TLS", impossible);
        }
    }

    /**
     * @param authorities null: the JVM's
     */
    private static X509TrustManager managerOf(@Nullable KeyStore authorities)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("the JVM has no manager of X.509 trust");
    }
}
