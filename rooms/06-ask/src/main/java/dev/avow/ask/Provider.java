package dev.avow.ask;

import dev.avow.mask.Errand;
import dev.avow.mask.Outbound;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Route;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Somebody who answers. A provider sees what may leave and nothing earlier; it holds no privacy
 * rule of its own. Safe for any thread.
 */
public interface Provider {

    /** The kind that a tenant names when it adds one, such as {@code openai}. */
    String kind();

    /** The routes that it speaks; it is asked by no other. Neither null nor empty. */
    Set<Route> routes();

    /**
     * Asks. Everything that happens is told to the sink, one call at a time and in order, ending
     * with exactly one of {@link AnswerSink#whole}, {@link AnswerSink#end}, {@link
     * AnswerSink#refused} and {@link AnswerSink#failed}, unless the call is cancelled first.
     */
    Call ask(Outbound outbound, Endpoint endpoint, AnswerSink sink);

    /** The routes that the lines of a batch may name; empty where it has no batches. */
    default Set<Route> batchRoutes() {
        return Set.of();
    }

    /** Whether it keeps files: those of OpenAI's API do whose batches are made of some. */
    default boolean keepsFiles() {
        return batchRoutes().stream().anyMatch(each -> each.api() == Route.Api.OPENAI);
    }

    /**
     * Says something of files and batches that it keeps. The sink hears one of {@link
     * AnswerSink#whole}, {@link AnswerSink#refused} and {@link AnswerSink#failed}.
     */
    default void run(Errand errand, Endpoint endpoint, AnswerSink sink) {
        sink.failed(
                Fault.of(
                        FaultCode.INVALID_VALUE,
                        "the provider of this model keeps no files and batches; name a model of"
                                + " another provider",
                        "model"));
    }

    /** The models that are to be had there; fails with a {@code FaultException}. */
    CompletionStage<List<String>> models(Endpoint endpoint);
}
