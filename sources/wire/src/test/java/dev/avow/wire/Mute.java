package dev.avow.wire;

import dev.avow.testing.TestCertificate;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server of a test that chooses HTTP/2 in the TLS handshake, and then says nothing. */
final class Mute {

    private Mute() {}

    /** For one caller. */
    static SSLServerSocket listen() throws Exception {
        char[] password = TestCertificate.PASSWORD.toCharArray();
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(
                KeyStore.getInstance(TestCertificate.ofThisRun().keyStore().toFile(), password),
                password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        SSLServerSocket mute =
                (SSLServerSocket)
                        tls.getServerSocketFactory()
                                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> {
            try (SSLSocket caller = (SSLSocket) mute.accept()) {
                SSLParameters parameters = caller.getSSLParameters();
                parameters.setApplicationProtocols(new String[] {"h2"});
                caller.setSSLParameters(parameters);
                caller.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException over) {
                // The test has ended.
            }
        });
        return mute;
    }
}
