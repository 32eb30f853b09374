package dev.avow.vertex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.avow.testing.TestCertificate;
import dev.avow.wire.KeyUse;
import dev.avow.wire.Trust;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** B8: a service account's key signs here, and what is exchanged for it is held for its time. */
final class VertexKeyTest {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** To make one takes half a second; no test asks for a third. */
    private static final List<String> PEMS = List.of(pem(), pem());

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 200;
    private volatile String answer = "{\"access_token\":\"ya29.one\",\"expires_in\":3599}";
    private volatile Instant now = Instant.parse("2026-11-23T05:00:00Z");
    private HttpServer google;
    private VertexKey key;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile CountDownLatch held = new CountDownLatch(0);

    @BeforeEach
    void start() throws IOException {
        google = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        google.createContext("/", this::answer);
        google.setExecutor(threads);
        google.start();
        URI place = URI.create("http://127.0.0.1:" + google.getAddress().getPort() + "/token");
        key = at(place, Optional.empty());
    }

    private VertexKey at(URI place, Optional<X509TrustManager> trust) {
        return new VertexKey(
                new TokenExchange(new TokenPlace(place, Duration.ofSeconds(5), PAUSE), trust),
                () -> now);
    }

    private void answer(HttpExchange exchange) throws IOException {
        CountDownLatch until = held;
        asked.incrementAndGet();
        try {
            assertThat(until.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void stop() {
        google.stop(0);
        threads.shutdownNow();
    }

    private static String pem() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With another key than the one before. */
    private static String account(String more) {
        String pem = PEMS.get(ACCOUNTS.getAndIncrement() % PEMS.size());
        return base64(
                """
                {"type":"service_account","client_email":"a@fictitious.iam.gserviceaccount.com",
                "private_key_id":"0123","private_key":"-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n"%s}
                """
                        .formatted(pem, more));
    }

    private static String base64(String json) {
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private String shown(String plaintextKey) {
        try {
            KeyUse use = key.ready(plaintextKey).toCompletableFuture().get(30, TimeUnit.SECONDS);
            Map<String, String> shown =
                    use.headers(
                            plaintextKey,
                            "POST",
                            () -> URI.create("https://unused.example"),
                            new byte[0]);
            String header = shown.getOrDefault("Authorization", "");
            assertThat(use.secrets(plaintextKey, shown))
                    .hasValue(List.of(header.replace("Bearer ", "")));
            return header;
        } catch (ExecutionException failed) {
            throw (FaultException) failed.getCause();
        } catch (InterruptedException | TimeoutException late) {
            throw new AssertionError(late);
        }
    }

    @Test
    void token_untilShortlyBeforeItsEnd_isAskedForOnce() {
        String account = account("");
        assertThat(shown(account)).isEqualTo("Bearer ya29.one");
        now = now.plus(Duration.ofMinutes(54));
        assertThat(shown(account)).isEqualTo("Bearer ya29.one");
        assertThat(asked).hasValue(1);

        answer = "{\"access_token\":\"ya29.two\",\"expires_in\":3599}";
        now = now.plus(Duration.ofMinutes(2));
        assertThat(shown(account)).isEqualTo("Bearer ya29.two");
    }

    @Test
    void token_ofAnotherKey_isItsOwn() throws Exception {
        shown(account(""));
        answer = "{\"access_token\":\"ya29.other\",\"expires_in\":3599}";

        assertThat(shown(account(""))).isEqualTo("Bearer ya29.other");
    }

    private boolean refuse(String account, String shown) {
        return key.refused(account, Map.of("Authorization", shown, "Accept", "*/*"));
    }

    @Test
    void token_thatWasRefused_isGivenUpAndAskedForAnew() {
        String account = account("");
        String first = shown(account);
        now = now.plus(Duration.ofMinutes(2));
        answer = "{\"access_token\":\"ya29.two\",\"expires_in\":3599}";

        assertThat(refuse(account, first)).isTrue();
        assertThat(shown(account)).isEqualTo("Bearer ya29.two");
        assertThat(refuse(account, first)).as("another caller of the first").isTrue();
        assertThat(shown(account)).isEqualTo("Bearer ya29.two");
        assertThat(asked).hasValue(2);
    }

    @Test
    void token_refusedWhileItIsFresh_isKept() {
        String account = account("");
        String first = shown(account);
        now = now.plus(Duration.ofSeconds(59));

        assertThat(refuse(account, first)).isFalse();
        assertThat(shown(account)).isEqualTo(first);
        assertThat(asked).hasValue(1);
    }

    /** The place of tokens was once asked with the JDK's own authorities alone. */
    @Test
    void place_ofAnAuthorityOfOnesOwn_isTrustedWhereThatIs() throws Exception {
        TestCertificate certificate = TestCertificate.ofThisRun();
        KeyStore store =
                KeyStore.getInstance(
                        certificate.keyStore().toFile(), TestCertificate.PASSWORD.toCharArray());
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, TestCertificate.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer secure =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(context));
        secure.createContext("/", this::answer);
        secure.start();
        try {
            URI place = URI.create("https://localhost:" + secure.getAddress().getPort());
            key = at(place, Optional.empty());
            refused(account(""), FaultCode.PROVIDER_UNREACHABLE);
            key = at(place, Optional.of(Trust.also(certificate.pem())));
            assertThat(shown(account(""))).isEqualTo("Bearer ya29.one");
        } finally {
            secure.stop(0);
        }
    }

    @Test
    void tokenUri_thatAKeyNames_isNotFollowed() throws Exception {
        String account = account(",\"token_uri\":\"http://169.254.169.254/latest\"");

        assertThat(shown(account)).isEqualTo("Bearer ya29.one");
    }

    @Test
    void google_thatGivesNone_isAFaultWithoutItsWords() {
        String account = account("");
        answer = "{\"error_description\":\"canary-7731\"}";
        for (int each : new int[] {302, 400, 401, 200}) {
            status = each;
            refused(account, FaultCode.PROVIDER_REFUSED);
            now = now.plus(PAUSE);
        }
        status = 503;
        refused(account, FaultCode.PROVIDER_UNREACHABLE);
        now = now.plus(PAUSE);
        google.stop(0);
        refused(account, FaultCode.PROVIDER_UNREACHABLE);
    }

    /** A disabled key was once asked for by each request, and all others stood behind it. */
    @Test
    void key_thatGotNoToken_isNotAskedForAgainAtOnce() {
        String account = account("");
        status = 401;
        for (int i = 0; i < 3; i++) {
            refused(account, FaultCode.PROVIDER_REFUSED);
        }
        assertThat(asked).hasValue(1);

        status = 200;
        now = now.plus(PAUSE);
        assertThat(shown(account)).isEqualTo("Bearer ya29.one");
    }

    @Test
    void token_thatIsWaitedFor_isTheSameForAllAndHoldsUpNoOtherKey() throws Exception {
        String slow = account("");
        String other = account("");
        CountDownLatch goOn = new CountDownLatch(1);
        held = goOn;
        CompletionStage<KeyUse> first = key.ready(slow);
        while (asked.get() == 0) {
            Thread.onSpinWait();
        }
        held = new CountDownLatch(0);

        assertThat(key.ready(slow)).isSameAs(first);
        assertThat(shown(other)).isEqualTo("Bearer ya29.one");
        assertThat(first.toCompletableFuture()).isNotDone();
        goOn.countDown();
        assertThat(shown(slow)).isEqualTo("Bearer ya29.one");
        assertThat(asked).hasValue(2);
    }

    /** That of a provider that was removed stayed in memory. */
    @Test
    void token_thatHasEnded_leavesMemory() throws Exception {
        answer = "{\"access_token\":\"ya29.one\",\"expires_in\":1}";
        shown(account(""));
        assertThat(key.held()).isEqualTo(1);

        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (key.held() > 0 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(key.held()).isZero();
    }

    @Test
    void token_thatNoHeaderCanCarry_isRefused() throws Exception {
        answer = "{\"access_token\":\"one\\r\\nHost: two\",\"expires_in\":3599}";

        refused(account(""), FaultCode.PROVIDER_REFUSED);
    }

    @Test
    void key_thatIsNone_isRefusedWithoutBeingQuoted() {
        for (String other :
                new String[] {
                    "canary-7731",
                    base64("{\"canary-7731\":1}"),
                    base64("{\"type\":\"service_account\",\"client_email\":\"canary-7731\"}"),
                    base64(
                            "{\"type\":\"service_account\",\"client_email\":\"c\",\"private_key_id\":\"i\",\"private_key\":\"canary-7731\"}")
                }) {
            refused(other, FaultCode.PROVIDER_REFUSED);
        }
        assertThat(asked).hasValue(0);
    }

    private void refused(String account, FaultCode code) {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> shown(account))
                .satisfies(thrown -> {
                    assertThat(thrown.fault().code()).isEqualTo(code);
                    assertThat(thrown.fault().message()).doesNotContain("canary");
                });
    }
}
