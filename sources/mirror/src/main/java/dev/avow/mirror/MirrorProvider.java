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
import dev.avow.words.Route;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Answers with the last user message as it left, so that a new user sees the whole journey without
 * a key or a network.
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

    /** Those that talk: a mirror has no vectors that would mean anything, no picture, no voice. */
    @Override
    public Set<Route> routes() {
        return EnumSet.of(
                Route.CHAT_COMPLETIONS, Route.RESPONSES, Route.MESSAGES, Route.COUNT_TOKENS);
    }

    @Override
    public Call ask(Outbound outbound, Endpoint endpoint, AnswerSink sink) {
        Question question;
        try {
            question = Question.read(JsonDocument.read(outbound.body()), outbound.route());
        } catch (JsonProblem impossible) {
            sink.failed(
                    Fault.of(
                            FaultCode.PROVIDER_INVALID_ANSWER,
                            "the mirror was sent malformed JSON"));
            return ENDED;
        }
        Answer answer = answer(outbound, question);
        if (outbound.streamed()) {
            sink.events(answer.events());
            sink.end();
        } else {
            sink.whole(answer.whole());
        }
        return ENDED;
    }

    private Answer answer(Outbound outbound, Question question) {
        String id = Ids.next().toString().replace("-", "");
        long now = clock.instant().getEpochSecond();
        String model = outbound.destination().model();
        return switch (outbound.route()) {
            case RESPONSES -> new ResponsesAnswer(id, now, model, question);
            case MESSAGES -> new MessagesAnswer("msg_" + id, model, question);
            case COUNT_TOKENS -> new TokenCount(question);
            case CHAT_COMPLETIONS,
                    EMBEDDINGS,
                    IMAGE_GENERATIONS,
                    IMAGE_EDITS,
                    IMAGE_VARIATIONS,
                    SPEECH,
                    TRANSCRIPTIONS,
                    TRANSLATIONS,
                    RERANK ->
                    new ChatAnswer("chatcmpl-" + id, now, model, question);
        };
    }

    @Override
    public CompletionStage<List<String>> models(Endpoint endpoint) {
        return CompletableFuture.completedFuture(List.of(KIND));
    }
}
