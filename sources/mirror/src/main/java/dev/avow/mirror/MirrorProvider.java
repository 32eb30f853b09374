package dev.avow.mirror;

import dev.avow.ask.AnswerSink;
import dev.avow.ask.Call;
import dev.avow.ask.Endpoint;
import dev.avow.ask.Provider;
import dev.avow.json.JsonDocument;
import dev.avow.json.JsonProblem;
import dev.avow.mask.Outbound;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Answers with the last user message as it left, so that a new user sees the whole journey without
 * a key or a network. It speaks OpenAI's chat completions
 * (platform.openai.com/docs/api-reference/chat).
 *
 * <p>Everything is told to the sink on the caller's own thread, before {@link #ask} returns. Safe
 * for any thread.
 */
public final class MirrorProvider implements Provider {

    /** The kind under which the mirror is known. */
    public static final String KIND = "mirror";

    private static final Call ENDED =
            new Call() {
                @Override
                public void cancel() {}

                @Override
                public void pause() {}

                @Override
                public void resume() {}
            };

    private final InstantSource clock;

    public MirrorProvider(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Call ask(Outbound outbound, Endpoint endpoint, AnswerSink sink) {
        Question question;
        try {
            question = Question.read(JsonDocument.read(outbound.body()));
        } catch (JsonProblem impossible) {
            sink.failed(
                    Fault.of(
                            FaultCode.PROVIDER_INVALID_ANSWER,
                            "the mirror was sent malformed JSON"));
            return ENDED;
        }
        Answer answer =
                new Answer(
                        "chatcmpl-" + Ids.next().toString().replace("-", ""),
                        clock.instant().getEpochSecond(),
                        outbound.destination().model(),
                        question);
        if (outbound.streamed()) {
            sink.events(answer.chunks());
            sink.end();
        } else {
            sink.whole(answer.whole());
        }
        return ENDED;
    }

    @Override
    public CompletionStage<List<String>> models(Endpoint endpoint) {
        return CompletableFuture.completedFuture(List.of(KIND));
    }
}
