package dev.avow.api;

import dev.avow.ask.AnswerSink;
import dev.avow.ask.Asking;
import dev.avow.mask.Errand;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs errands and waits for what comes back. Not for event loops. */
final class Courier {

    private final Asking asking;
    private final Context context;
    private final Duration timeout;

    /**
     * @param context the event loop on which providers are asked
     * @param timeout for one errand, to the end of its answer
     */
    Courier(Asking asking, Context context, Duration timeout) {
        this.asking = asking;
        this.context = context;
        this.timeout = timeout;
    }

    /**
     * Runs an errand.
     *
     * @return the provider's answer
     * @throws FaultException where there is none
     */
    byte[] run(Errand errand) {
        asking.load(errand.destination().tenant());
        Told told = new Told();
        context.runOnContext(_ -> {
            try {
                asking.run(errand, told);
            } catch (RuntimeException bug) {
                told.answer.completeExceptionally(bug);
            }
        });
        try {
            return told.answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failed.getCause());
        } catch (TimeoutException silent) {
            throw Fault.of(
                            FaultCode.PROVIDER_TIMEOUT,
                            "the provider took longer than AVOW_FILES_TIMEOUT_SECONDS")
                    .asException();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Fault.of(FaultCode.OVERLOADED, "the server is closing").asException();
        }
    }

    /**
     * Error answers could quote what was sent, so of a refusal only its status and code are told.
     */
    private static final class Told implements AnswerSink {
        private final CompletableFuture<byte[]> answer = new CompletableFuture<>();

        @Override
        public void whole(byte[] json) {
            answer.complete(json);
        }

        @Override
        public void refused(int status, byte[] json) {
            Optional<JsonMembers> said = JsonMembers.read(json);
            String code =
                    said.flatMap(error ->
                                    error.word("error", "code")
                                            .or(() -> error.word("error", "type")))
                            .map(word -> " and the code " + word)
                            .orElse("");
            failed(
                    Fault.of(
                            switch (status) {
                                // A page of somebody's in between is not the provider's word.
                                case 404 ->
                                        said.isPresent()
                                                ? FaultCode.NOT_FOUND
                                                : FaultCode.PROVIDER_REFUSED;
                                case 409 -> FaultCode.CONFLICT;
                                case 413 -> FaultCode.BODY_TOO_LARGE;
                                case 429 -> FaultCode.PROVIDER_BUSY;
                                default -> FaultCode.INVALID_VALUE;
                            },
                            "the provider refused this with status " + status + code));
        }

        @Override
        public void failed(Fault fault) {
            answer.completeExceptionally(fault.asException());
        }

        @Override
        public void events(List<byte[]> documents) {
            failed(notWanted());
        }

        @Override
        public void end() {
            failed(notWanted());
        }

        private static Fault notWanted() {
            return Fault.of(
                    FaultCode.PROVIDER_INVALID_ANSWER,
                    "the provider answered with a stream where none was asked for");
        }
    }
}
