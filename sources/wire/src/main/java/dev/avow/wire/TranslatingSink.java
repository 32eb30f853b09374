package dev.avow.wire;

import dev.avow.ask.AnswerSink;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an answer in the shape of the caller's route. {@link #events} throws {@code FaultException}
 * for the call to end by; every other method ends it anyway. On the call's event loop.
 */
final class TranslatingSink implements AnswerSink {

    private static final Logger LOG = LoggerFactory.getLogger(TranslatingSink.class);

    /** Above it a document is translated off the event loop. */
    static final int LARGE = 64 << 10;

    private final Vertx vertx;
    private final AnswerSink caller;
    private @Nullable AnswerTranslator answers;

    TranslatingSink(Vertx vertx, AnswerSink caller) {
        this.vertx = vertx;
        this.caller = caller;
    }

    /** Translates a request, and goes on with it or with what is wrong with it, on this loop. */
    void translate(
            Translation translation,
            byte[] body,
            Consumer<Translated> next,
            Consumer<Fault> refuse) {
        Consumer<Translated> known =
                translated -> {
                    if (translated instanceof Translated.Elsewhere elsewhere) {
                        answers = elsewhere.answers();
                    }
                    next.accept(translated);
                };
        work(body.length, () -> translation.of(body), known, refuse);
    }

    private AnswerTranslator answers() {
        return Objects.requireNonNull(answers, "nothing was asked yet");
    }

    @Override
    public void whole(byte[] json) {
        work(json.length, () -> answers().whole(json), caller::whole, caller::failed);
    }

    @Override
    public void turnedDown(int status, @Nullable Integer retryAfterSeconds) {
        caller.turnedDown(status, retryAfterSeconds);
    }

    @Override
    public void refused(int status, byte[] json) {
        work(
                json.length,
                () -> answers().refusal(status, json),
                translated -> caller.refused(status, translated),
                caller::failed);
    }

    private <T> void work(int bytes, Callable<T> work, Consumer<T> next, Consumer<Fault> refuse) {
        if (bytes > LARGE) {
            vertx.executeBlocking(work, false)
                    .onComplete(next::accept, failed -> refuse.accept(fault(failed)));
            return;
        }
        T done;
        try {
            done = work.call();
        } catch (Exception failed) {
            refuse.accept(fault(failed));
            return;
        }
        next.accept(done);
    }

    /** Never null, and never with a word of what could not be translated. */
    static Fault fault(Throwable failed) {
        if (failed instanceof FaultException known) {
            return known.fault();
        }
        LOG.error("something could not be translated: {}", failed.getClass().getName());
        return Fault.of(FaultCode.INTERNAL, "something went wrong here; it is in the log");
    }

    @Override
    public void events(List<byte[]> documents) {
        List<byte[]> told = new ArrayList<>(documents.size() + 2);
        try {
            for (byte[] document : documents) {
                told.addAll(answers().event(document));
            }
        } catch (RuntimeException broken) {
            throw fault(broken).asException();
        } finally {
            if (!told.isEmpty()) {
                caller.events(told);
            }
        }
    }

    @Override
    public void end() {
        List<byte[]> last;
        try {
            last = answers().end();
        } catch (RuntimeException broken) {
            caller.failed(fault(broken));
            return;
        }
        if (!last.isEmpty()) {
            caller.events(last);
        }
        caller.end();
    }

    /** No translation has to do with sound. */
    @Override
    public void sound(String mediaType, byte[] piece) {
        caller.sound(mediaType, piece);
    }

    @Override
    public void failed(Fault fault) {
        caller.failed(fault);
    }
}
