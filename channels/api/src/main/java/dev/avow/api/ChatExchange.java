package dev.avow.api;

import dev.avow.admit.Admitted;
import dev.avow.admit.Caller;
import dev.avow.admit.Grant;
import dev.avow.admit.Outcome;
import dev.avow.admit.Refusal;
import dev.avow.admit.Reservation;
import dev.avow.admit.Size;
import dev.avow.arrive.FormJson;
import dev.avow.arrive.RequestHead;
import dev.avow.decide.Decision;
import dev.avow.mask.Masked;
import dev.avow.mask.Outbound;
import dev.avow.record.Ending;
import dev.avow.record.Opening;
import dev.avow.record.Recipient;
import dev.avow.record.Use;
import dev.avow.words.Charge;
import dev.avow.words.Fault;
import dev.avow.words.FormFiles;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * One chat request on its way through the rooms. It reads like the journey: prepare (01 to 04),
 * then refuse or let out (05, 06), and hand over to {@link AnswerRelay} (07, 08).
 *
 * <p>Lives on the request's event loop; what may wait or takes long is done elsewhere and comes
 * back.
 */
final class ChatExchange {

    /**
     * Larger bodies are read and scanned away from the event loop. Chat is far faster than its
     * worst text, which takes some milliseconds for so much.
     */
    private static final int LARGE = 4 << 10;

    private final Journey journey;
    private final Preparer preparer;
    private final Context context;
    private final HttpServerResponse response;
    private final Reply reply;
    private final RequestHead head;
    private final Caller caller;
    private final long begun = System.nanoTime();

    ChatExchange(
            Journey journey,
            Context context,
            HttpServerResponse response,
            Reply reply,
            RequestHead head,
            Caller caller) {
        this.journey = journey;
        this.preparer = new Preparer(journey);
        this.context = context;
        this.response = response;
        this.reply = reply;
        this.head = head;
        this.caller = caller;
    }

    /** Counts the request, before its body costs anything; false where that refuses it. */
    boolean arrive() {
        Optional<Refusal> tooMany = journey.spending().arrive(caller);
        tooMany.ifPresent(reply::refusal);
        return tooMany.isEmpty();
    }

    /**
     * Goes on with the body.
     *
     * @param workers who keep its memory while they work
     */
    void begin(byte[] body, Executor workers) {
        guarded(() -> {
            if (body.length <= LARGE && !journey.classifiers().detectorsWait()) {
                var prepared = preparer.prepareFromMemory(reply.route(), head, body, caller);
                if (prepared.isPresent()) {
                    go(prepared.get());
                    return;
                }
            }
            workers.execute(() -> guarded(() -> prepareElsewhere(body, FormFiles.NONE)));
        });
    }

    /**
     * The same for a form with files.
     *
     * @param workers who keep its place while they work
     */
    void beginForm(byte[] form, String contentType, Executor workers) {
        guarded(() ->
                workers.execute(() ->
                        guarded(() -> {
                            FormJson read = FormReader.read(form, contentType);
                            prepareElsewhere(read.body(), read.files());
                        })));
    }

    private void prepareElsewhere(byte[] body, FormFiles files) {
        Preparer.Prepared prepared = preparer.prepare(reply.route(), head, body, files, caller);
        context.runOnContext(_ -> guarded(() -> go(prepared)));
    }

    /** Whatever goes wrong, the caller hears of it and the log holds no content. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failed) {
            Fault fault = Failures.told("a request", failed);
            context.runOnContext(_ -> reply.fault(fault));
        }
    }

    private void go(Preparer.Prepared prepared) {
        if (!reply.isOpen()) {
            return;
        }
        switch (prepared) {
            case Preparer.Refused refused -> reply.fault(refused.fault());
            case Preparer.Decided decided -> {
                Decision decision = decided.decision();
                reply.describe(
                        decision.classified().admitted().interactionId(),
                        Facts.headerAction(decision));
                Unsent.by(decision)
                        .ifPresentOrElse(unsent -> refuse(decided, unsent), () -> letOut(decided));
            }
        }
    }

    private static Map<String, String> more(Preparer.Decided decided) {
        return decided.decision() instanceof Decision.Coach coach
                ? Map.of(
                        "acknowledge_token",
                        Acknowledgements.token(decided.keys(), coach, Instant.now()))
                : Map.of();
    }

    private void letOut(Preparer.Decided decided) {
        Masked masked = Objects.requireNonNull(decided.masked());
        Admitted admitted = decided.decision().classified().admitted();
        Outbound outbound = masked.outbound();
        Size size =
                new Size(outbound.route(), outbound.body().length, admitted.arrived().answerRoom());
        switch (decided.terms().reserve(caller, admitted.itinerary(), size, admitted.at())) {
            case Grant.Refused refused -> reply.refusal(refused.refusal());
            case Grant.Granted granted -> ask(decided, masked, granted.reservation());
            case Grant.Undecided _ ->
                    journey.blocking().execute(() -> guarded(() -> claim(decided, masked, size)));
        }
    }

    /** Where other nodes spend too, what there is left stands in the database. */
    private void claim(Preparer.Decided decided, Masked masked, Size size) {
        Admitted admitted = decided.decision().classified().admitted();
        Grant grant = decided.terms().claim(caller, admitted.itinerary(), size, admitted.at());
        context.runOnContext(_ ->
                guarded(() -> {
                    switch (grant) {
                        case Grant.Refused refused -> reply.refusal(refused.refusal());
                        case Grant.Granted granted when reply.isOpen() ->
                                ask(decided, masked, granted.reservation());
                        case Grant.Granted left -> {
                            Charge _ = settleUnsent(masked, left.reservation());
                        }
                        case Grant.Undecided _ ->
                                throw new IllegalStateException("it was to be decided");
                    }
                }));
    }

    /** Whatever fails before it leaves gives back what was reserved. */
    private void ask(Preparer.Decided decided, Masked masked, Reservation reservation) {
        Use use;
        try {
            use =
                    journey.recorder()
                            .open(opening(decided, reservation.held(), receivedBy(decided)));
        } catch (RuntimeException unrecorded) {
            settleUnsent(masked, reservation);
            throw unrecorded;
        }
        AnswerRelay relay;
        try {
            relay =
                    new AnswerRelay(
                            journey,
                            context,
                            response,
                            reply,
                            Sent.of(decided),
                            masked,
                            use,
                            reservation,
                            begun);
        } catch (RuntimeException bug) {
            use.end(
                    Ending.unanswered(
                            Ending.Status.FAILED,
                            UseCourse.millisSince(begun),
                            settleUnsent(masked, reservation)));
            throw bug;
        }
        relay.start();
    }

    private static Charge settleUnsent(Masked masked, Reservation reservation) {
        return reservation.settle(Outcome.NOT_SERVED, masked.outbound().destination(), List.of());
    }

    private void refuse(Preparer.Decided decided, Unsent unsent) {
        Map<String, String> more = more(decided);
        Sent sent = Sent.of(decided);
        byte[] receipt =
                sent.wantsFullReceipt()
                        ? Facts.receipt(sent, Optional.empty(), journey.recipients().readers())
                        : null;
        Durability.of(context, unsent.record(journey, decided, begun))
                .then(
                        () -> {
                            reply.ownTime(System.nanoTime() - begun);
                            reply.unsent(unsent.fault(), more, receipt);
                        },
                        () -> reply.fault(Durability.notInTime()));
    }

    /** Who will have received some of it once it is asked. */
    private List<Recipient> receivedBy(Preparer.Decided decided) {
        return Recipients.all(
                journey.recipients(),
                List.of(decided.decision().classified().admitted().destination()));
    }

    static Opening opening(Preparer.Decided decided, Charge reserved, List<Recipient> receivedBy) {
        Decision decision = decided.decision();
        Admitted admitted = decision.classified().admitted();
        RequestHead head = admitted.arrived().head();
        ClientInfo client = ClientInfo.of(head.userAgent());
        return new Opening(
                admitted.caller().tenant(),
                admitted.interactionId(),
                admitted.at(),
                admitted.caller().userId(),
                admitted.caller().apiKeyId(),
                head.channel(),
                admitted.destination().platformId(),
                admitted.destination().model(),
                decided.keys().fingerprint(decided.prompt().sha256()),
                decided.prompt().length(),
                Facts.classifications(decision.classified().classifications()),
                decision.policy(),
                decision.action(),
                decision.risk().score(),
                admitted.destination().host(),
                client.client(),
                client.browser(),
                reserved,
                receivedBy.isEmpty() ? decided.aside() : decided.aside().receivedBy(receivedBy));
    }
}
