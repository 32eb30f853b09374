package dev.avow.ask;

import dev.avow.mask.Outbound;
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

    /** The models that are to be had there; fails with a {@code FaultException}. */
    CompletionStage<List<String>> models(Endpoint endpoint);
}
