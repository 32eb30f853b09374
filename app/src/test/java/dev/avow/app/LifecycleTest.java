package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Starting, stopping, dying and commanding, as an operator does it: by processes and their output.
 */
final class LifecycleTest {

    private static final String FIRST_ACCOUNT = "Make the first account here: ";

    private static TempHome home;
    private static FakeOpenAi provider;
    private static AvowProcess avow;
    private static String keyFromBefore;

    @BeforeAll
    static void commandsThenAServer() throws Exception {
        home = TempHome.none();
        provider = FakeOpenAi.start();
        keyFromBefore = command("key", "create", "--name", "before").line();
        addProvider("fake");
        avow = AvowProcess.serve(home.path(), Map.of());
    }

    @AfterAll
    static void end() {
        avow.close();
        provider.close();
        home.close();
    }

    private static AvowProcess.Ended command(String... command) {
        return AvowProcess.run(home.path(), Map.of("PROVIDER_KEY", FakeOpenAi.KEY), command);
    }

    private static void addProvider(String name) {
        AvowProcess.Ended added =
                command(
                        "provider",
                        "add",
                        "--name",
                        name,
                        "--kind",
                        "openai",
                        "--url",
                        provider.baseUrl(),
                        "--key-env",
                        "PROVIDER_KEY");
        assertThat(added.line()).isEqualTo("added " + name);
        assertThat(added.out() + added.err()).doesNotContain(FakeOpenAi.KEY);
    }

    static int chat(Avow server, String key, String model) {
        return Http.post(
                        server.url() + "/v1/chat/completions",
                        key,
                        """
                        {"model":"%s","messages":[{"role":"user","content":"Hello"}]}
                        """
                                .formatted(model))
                .status();
    }

    @Test
    void keyAndProvider_madeBeforeTheFirstStart_serve() {
        assertThat(keyFromBefore).matches("avow_\\S+");
        assertThat(chat(avow, keyFromBefore, "avow/mirror")).isEqualTo(200);
        assertThat(chat(avow, keyFromBefore, "fake/echo")).isEqualTo(200);
        assertThat(chat(avow, keyFromBefore, "echo")).isEqualTo(200);
    }

    @Test
    void keyAndProvider_madeWhileTheServerRuns_serveAtOnce() {
        String key = command("key", "create", "--name", "during").line();
        addProvider("later");
        assertThat(chat(avow, key, "avow/mirror")).isEqualTo(200);
        Eventually.holds("the provider is known", () -> chat(avow, key, "later/echo") == 200);
    }

    @Test
    void firstStart_withoutAnAccount_printsTheSetUpLink() {
        assertThat(avow.out()).contains(FIRST_ACCOUNT + avow.url() + "/setup?token=");
        assertThat(avow.err()).isEmpty();
    }

    @Test
    void secondStart_onTheSameHome_saysSoAndLeavesTheFirstAlone() {
        AvowProcess.Ended second = command("start");
        assertOneLine(second);
        assertThat(second.err()).contains("another Avow runs on " + home.path());
        assertThat(chat(avow, keyFromBefore, "avow/mirror")).isEqualTo(200);
    }

    @Test
    void unknownSetting_atStart_isOneClearLine() {
        AvowProcess.Ended ended =
                AvowProcess.run(home.path(), Map.of("AVOW_COLOUR", "c0lour"), "start");
        assertOneLine(ended);
        assertThat(ended.err()).contains("AVOW_COLOUR").doesNotContain("c0lour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provider add --name fake --kind openai --url http://127.0.0.1:9/v1",
                "provider add --name x --kind telepathy --url http://127.0.0.1:9/v1",
                "provider add --name x --kind openai --url mailto:nobody",
                "key create --name x --tenant 00000000-0000-7000-8000-00000000ffff"
            })
    void commandThatIsRefused_besideTheServer_isOneClearLine(String command) {
        assertOneLine(AvowHere.run(home.path(), Map.of(), command.split(" ")));
    }

    /** These fail before anything is opened, so they need no process. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dance",
                "start --quickly",
                "key create",
                "key create --name x --scope everything",
                "provider add --name x",
                "provider add --name x --kind openai --url http://h/v1 --key-env NOT_SET_AT_ALL",
                "provider add --name x --kind openai --url http://h/v1 --key-file /no/such/file",
                "provider add --name x --kind openai --url http://h/v1 --key-env A --key-file b"
            })
    void commandThatIsWrong_isOneClearLine(String command) {
        assertOneLine(AvowHere.run(home.path(), Map.of(), command.split(" ")));
    }

    /** Who thinks that a key goes there has it in no log. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "provider add --name x --kind openai --url http://h/v1 --secret sk-s3cret",
                "provider add --name x --kind openai --url http://h/v1 --secret=sk-s3cret",
                "provider add --name x --kind openai --url http://h/v1 -ssk-s3cret",
                "provider add --name x --kind openai --url http://h/v1 sk-s3cret"
            })
    void commandWithASecretTooMany_doesNotRepeatIt(String command) {
        AvowProcess.Ended ended = AvowHere.run(home.path(), Map.of(), command.split(" "));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("provider add --help");
        assertThat(ended.out() + ended.err()).doesNotContain("s3cret");
    }

    static void assertOneLine(AvowProcess.Ended ended) {
        assertThat(ended.status()).isNotZero();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).matches("avow: [^\\n]+\\n").doesNotContain("Exception");
    }
}
