package dev.avow.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.objects.S3Check.Versions;
import dev.avow.words.FaultException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class S3CheckTest {

    private static final S3Access.Credentials WRONG =
            new S3Access.Credentials("fictitious-id", "another-secret");

    private static S3Server server;

    @BeforeAll
    static void start() {
        server = S3Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void check_bucketThatIsThere_isUsable() {
        assertThat(check(S3Server.LOCATION, server.access()))
                .isEqualTo(new S3Check.Usable(Versions.NOT_KEPT));
    }

    @Test
    void check_bucketWithVersions_saysSo() {
        server.keepVersions("with-versions");

        assertThat(check(new S3Location("with-versions", ""), server.access()))
                .isEqualTo(new S3Check.Usable(Versions.KEPT));
    }

    @Test
    void check_bucketThatIsNot_isRefusedAndNamed() {
        assertThat(check(new S3Location("no-such-bucket", ""), server.access()))
                .isInstanceOfSatisfying(
                        S3Check.Refused.class,
                        refused ->
                                assertThat(refused.why())
                                        .contains(
                                                "bucket no-such-bucket", "404", "make the bucket"));
    }

    @Test
    void check_wrongSecret_isRefusedWithoutIt() {
        assertThat(check(S3Server.LOCATION, server.access(WRONG)))
                .isInstanceOfSatisfying(
                        S3Check.Refused.class,
                        refused ->
                                assertThat(refused.why())
                                        .contains("403", "AVOW_S3_SECRET_ACCESS_KEY")
                                        .doesNotContain(WRONG.plaintextSecret()));
    }

    @Test
    void check_nobodyThere_isUnreachable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + port);

        assertThat(check(S3Server.LOCATION, S3Server.access(nobody, WRONG)))
                .isInstanceOfSatisfying(
                        S3Check.Unreachable.class,
                        it -> assertThat(it.why()).contains("cannot be reached"));
    }

    @Test
    void check_serverThatSaysNothing_isUnreachableInTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            URI endpoint = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            S3Access access =
                    new S3Access(
                            java.util.Optional.of(endpoint),
                            "eu-west-1",
                            true,
                            java.util.Optional.of(WRONG),
                            java.time.Duration.ofMillis(200));

            assertThat(check(S3Server.LOCATION, access))
                    .isInstanceOfSatisfying(
                            S3Check.Unreachable.class,
                            it -> assertThat(it.why()).contains("in time"));
        }
    }

    @Test
    void put_wrongSecret_saysWhatToCheckAndNoName() {
        try (S3Store store = S3Store.open(S3Server.LOCATION, server.access(WRONG))) {
            assertThatThrownBy(() -> store.objects().put("a/b", new byte[1]))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("AVOW_S3_SECRET_ACCESS_KEY")
                    .hasMessageNotContaining("a/b")
                    .hasMessageNotContaining(WRONG.plaintextSecret());
        }
    }

    @Test
    void access_printed_hasNoSecret() {
        assertThat(server.access(WRONG).toString())
                .doesNotContain(WRONG.plaintextSecret())
                .doesNotContain(WRONG.accessKeyId());
    }

    private static S3Check check(S3Location location, S3Access access) {
        try (S3Store store = S3Store.open(location, access)) {
            return store.check();
        }
    }
}
