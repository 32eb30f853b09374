package dev.avow.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Route;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TranslatingSinkTest {

    private static final Fault GARBAGE =
            Fault.of(FaultCode.PROVIDER_INVALID_ANSWER, "the provider's answer is no JSON");

    private final Vertx vertx = Vertx.vertx();
    private final Heard heard = new Heard();
    private final TranslatingSink sink = new TranslatingSink(vertx, heard);

    /** Says what it is given in brackets; fails at {@code bad}, and by a bug at {@code bug}. */
    private static final AnswerTranslator BRACKETS =
            new AnswerTranslator() {
                @Override
                public byte[] whole(byte[] json) {
                    String said = new String(json, UTF_8);
                    return switch (said) {
                        case "bad" -> throw GARBAGE.asException();
                        case "bug" -> throw new IllegalStateException("with content");
                        default -> ("[" + said + "]").getBytes(UTF_8);
                    };
                }

                @Override
                public List<byte[]> event(byte[] json) {
                    return List.of(whole(json));
                }

                @Override
                public List<byte[]> end() {
                    return event("last".getBytes(UTF_8));
                }

                @Override
                public byte[] refusal(int status, byte[] json) {
                    return whole(json);
                }
            };

    @AfterEach
    void close() throws Exception {
        vertx.close().await(30, TimeUnit.SECONDS);
    }

    private void asked() {
        sink.translate(
                body -> new Translated.Elsewhere(Route.MESSAGES, body, BRACKETS),
                new byte[0],
                _ -> {},
                heard::failed);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void translate_whatCannotBeCarried_isRefusedAndNobodyIsAsked() throws Exception {
        Fault wrong = Fault.of(FaultCode.INVALID_VALUE, "not carried", "n");
        sink.translate(
                _ -> {
                    throw wrong.asException();
                },
                new byte[0],
                _ -> heard.end(),
                heard::failed);
        assertThat(heard.next()).isEqualTo("failed invalid_value: not carried");
        assertThat(heard.next(100)).isEqualTo("nothing");
    }

    @Test
    void events_garbageInTheMiddle_tellsWhatCameBeforeAndThrows() throws Exception {
        asked();
        FaultException thrown =
                catchThrowableOfType(
                        FaultException.class,
                        () -> sink.events(List.of(bytes("a"), bytes("bad"), bytes("b"))));
        assertThat(thrown.fault()).isEqualTo(GARBAGE);
        assertThat(heard.next()).isEqualTo("event [a]");
        assertThat(heard.next(100)).isEqualTo("nothing");
    }

    @Test
    void events_bugInATranslation_isAFaultWithoutAWordOfContent() {
        asked();
        FaultException thrown =
                catchThrowableOfType(
                        FaultException.class, () -> sink.events(List.of(bytes("bug"))));
        assertThat(thrown.fault().code()).isEqualTo(FaultCode.INTERNAL);
        assertThat(thrown.fault().message()).doesNotContain("content");
    }

    @Test
    void end_lastEvents_comeBeforeIt() throws Exception {
        asked();
        sink.end();
        assertThat(heard.next()).isEqualTo("event [last]");
        assertThat(heard.next()).isEqualTo("end");
    }

    @Test
    void whole_andRefused_areTranslatedOrFail() throws Exception {
        asked();
        sink.whole(bytes("a"));
        sink.whole(bytes("bad"));
        sink.refused(400, bytes("b"));
        assertThat(heard.next()).isEqualTo("whole [a]");
        assertThat(heard.next()).startsWith("failed provider_invalid_answer");
        assertThat(heard.next()).isEqualTo("refused 400 [b]");
    }

    @Test
    void whole_large_isTranslatedToo() throws Exception {
        asked();
        String large = "x".repeat(TranslatingSink.LARGE + 1);
        sink.whole(bytes(large));
        assertThat(heard.next()).isEqualTo("whole [" + large + "]");
    }
}
