package dev.avow.api;

import dev.avow.admit.Admission;
import dev.avow.admit.Admitted;
import dev.avow.admit.Caller;
import dev.avow.admit.Terms;
import dev.avow.admit.Whereabouts;
import dev.avow.arrive.Arrival;
import dev.avow.arrive.Arrived;
import dev.avow.arrive.Bodies;
import dev.avow.arrive.DocumentReading;
import dev.avow.arrive.PromptDigest;
import dev.avow.arrive.RequestHead;
import dev.avow.classify.Classification;
import dev.avow.classify.Classified;
import dev.avow.classify.Classifier;
import dev.avow.decide.AnswerDecider;
import dev.avow.decide.Decider;
import dev.avow.decide.Decision;
import dev.avow.decide.PolicySet;
import dev.avow.decide.Shadow;
import dev.avow.decide.Unanimity;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Scan;
import dev.avow.mask.Beside;
import dev.avow.mask.Masked;
import dev.avow.mask.Masking;
import dev.avow.record.Aside;
import dev.avow.sealing.TenantKeys;
import dev.avow.telemetry.Uses;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.FormFiles;
import dev.avow.words.Itinerary;
import dev.avow.words.Route;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes a body through rooms 01 to 05. Safe for any thread. */
final class Preparer {

    /** Where a request stands before anything leaves. */
    sealed interface Prepared {}

    /** It goes no further and uses no model. */
    record Refused(Fault fault) implements Prepared {}

    /**
     * It was decided on.
     *
     * @param masked what would leave; null where nothing may
     * @param aside what else the policies have to say
     * @param answers judges the answer; null where no policy looks at answers
     * @param detector what looked, and looks at the answer
     * @param terms by which it may spend
     */
    record Decided(
            Decision decision,
            @Nullable Masked masked,
            Prompt prompt,
            TenantKeys keys,
            Detector detector,
            Terms terms,
            Aside aside,
            @Nullable AnswerDecider answers)
            implements Prepared {}

    /** What is kept of a prompt. */
    static final class Prompt {
        private final byte[] sha256;
        private final int length;

        private Prompt(byte[] sha256, int length) {
            this.sha256 = sha256;
            this.length = length;
        }

        byte[] sha256() {
            return sha256;
        }

        int length() {
            return length;
        }
    }

    private final Journey journey;

    Preparer(Journey journey) {
        this.journey = journey;
    }

    /**
     * Prepares from memory alone.
     *
     * @return empty where a store must be asked; then call {@link #prepare} where waiting is
     *     allowed
     */
    Optional<Prepared> prepareFromMemory(
            Route route, RequestHead head, byte[] body, Caller caller) {
        return switch (Bodies.arrive(route, head, body)) {
            case Arrival.Refused refused -> Optional.of(new Refused(refused.fault()));
            case Arrival.Understood understood -> {
                Arrived arrived = understood.arrived();
                if (DocumentReading.isDue(arrived) || FilesNamed.isDue(arrived)) {
                    yield Optional.empty();
                }
                TenantId tenant = caller.tenant();
                Optional<Itinerary> itinerary =
                        journey.destinations().recall(tenant, arrived.model());
                Optional<PolicySet> policies = journey.policies().recall(tenant);
                Optional<TenantKeys> keys = journey.keyring().recall(tenant);
                Optional<Classifier> classifier = journey.classifiers().recall(tenant);
                Optional<Terms> terms = journey.spending().recall(tenant);
                yield itinerary.isPresent()
                                && policies.isPresent()
                                && keys.isPresent()
                                && classifier.isPresent()
                                && terms.isPresent()
                        ? Optional.of(
                                decide(
                                        arrived,
                                        caller,
                                        itinerary.get(),
                                        policies.get(),
                                        keys.get(),
                                        classifier.get(),
                                        terms.get(),
                                        Beside.NOTHING))
                        : Optional.empty();
            }
        };
    }

    /** Prepares, asking stores where need be; blocks. */
    Prepared prepare(Route route, RequestHead head, byte[] body, FormFiles files, Caller caller) {
        FileLookup lookup = FileLookup.ofRequest(caller, journey.register());
        return prepare(route, head, body, files, caller, lookup);
    }

    /** The same as one of several requests, for which each file is looked up once. */
    Prepared prepare(
            Route route,
            RequestHead head,
            byte[] body,
            FormFiles files,
            Caller caller,
            FileLookup lookup) {
        return switch (Bodies.arrive(route, head, body, files)) {
            case Arrival.Refused refused -> new Refused(refused.fault());
            case Arrival.Understood understood -> {
                Arrived arrived = DocumentReading.read(understood.arrived(), journey.documents());
                if (!FilesNamed.isDue(arrived)) {
                    yield prepare(arrived, caller, Beside.NOTHING, Optional::of);
                }
                FilesNamed named;
                try {
                    named = FilesNamed.in(arrived, lookup, journey.files().perRequest());
                } catch (FaultException notThere) {
                    yield new Refused(notThere.fault());
                }
                yield prepare(
                        named.arrived(),
                        caller,
                        Beside.files(named.keepsake()),
                        wanted -> wanted.keeping(named::isWith));
            }
        };
    }

    /**
     * Prepares a file that a provider is to keep; blocks.
     *
     * @param body by {@link dev.avow.arrive.FileBody}
     * @param numbersFrom after which its pseudonyms count
     */
    Prepared prepareFile(RequestHead head, byte[] body, Caller caller, int numbersFrom) {
        return switch (Bodies.arrive(Route.RESPONSES, head, body)) {
            case Arrival.Refused refused -> new Refused(refused.fault());
            case Arrival.Understood understood ->
                    prepare(
                            DocumentReading.read(understood.arrived(), journey.documents()),
                            caller,
                            Beside.asFile(numbersFrom),
                            wanted -> Optional.of(wanted.at(wanted.first())));
        };
    }

    private Prepared prepare(
            Arrived arrived,
            Caller caller,
            Beside beside,
            Function<Itinerary, Optional<Itinerary>> where) {
        TenantId tenant = caller.tenant();
        return switch (journey.destinations().find(tenant, arrived.model())) {
            case Whereabouts.Nowhere nowhere -> new Refused(nowhere.fault());
            case Whereabouts.Known known ->
                    where.apply(known.itinerary())
                            .map(itinerary ->
                                    decide(
                                            arrived,
                                            caller,
                                            itinerary,
                                            journey.policies().of(tenant),
                                            journey.keyring().of(tenant),
                                            journey.classifiers().of(tenant),
                                            journey.spending().of(tenant),
                                            beside))
                            .orElseGet(() -> new Refused(FilesNamed.elsewhere()));
        };
    }

    private Prepared decide(
            Arrived arrived,
            Caller caller,
            Itinerary wanted,
            PolicySet policies,
            TenantKeys keys,
            Classifier classifier,
            Terms terms,
            Beside beside) {
        Itinerary itinerary = Admission.allowed(caller, wanted).orElse(null);
        if (itinerary == null) {
            return new Refused(Admission.modelNotAllowed());
        }
        Scan model = classifier.scan(arrived.model());
        if (model.coverage() instanceof Coverage.Partial) {
            return new Refused(
                    Fault.of(
                            FaultCode.CLASSIFICATION_INCOMPLETE,
                            "the request could not be looked at, so nothing of it left; try"
                                    + " again"));
        }
        if (!model.findings().isEmpty()) {
            return new Refused(
                    Fault.of(
                            FaultCode.INVALID_VALUE,
                            "model must be a model's name; this one looks like personal data",
                            "model"));
        }
        Admitted admitted = journey.admission().admit(arrived, caller, itinerary);
        Classified found = classified(classifier, admitted);
        Classified classified = Unanimity.of(found, policies, false);
        PromptDigest digest = PromptDigest.of(arrived);
        Prompt prompt = new Prompt(digest.sha256(), digest.length());
        Decision decision = Decider.decide(classified, policies, journey.attachments(), false);
        if (decision instanceof Decision.Coach coach
                && arrived.head().reasonLength() >= coach.justification()
                && Acknowledgements.isValid(
                        arrived.head().acknowledgement(), keys, coach, Instant.now())) {
            decision =
                    Decider.decide(
                            Unanimity.of(found, policies, true),
                            policies,
                            journey.attachments(),
                            true);
        }
        Optional<Fault> inClear = FilesNamed.refuse(decision);
        if (inClear.isPresent()) {
            return new Refused(inClear.get());
        }
        return new Decided(
                decision,
                mint(decision, keys, beside),
                prompt,
                keys,
                classifier.detector(),
                terms,
                aside(arrived, Decider.shadows(classified, policies)),
                AnswerDecider.of(classified, policies).orElse(null));
    }

    private Classified classified(Classifier classifier, Admitted admitted) {
        long begun = System.nanoTime();
        Classified found = classifier.classify(admitted);
        Uses uses = journey.uses();
        uses.classified(System.nanoTime() - begun);
        for (Classification each : found.classifications()) {
            uses.found(each.type(), "prompt", each.count());
        }
        return found;
    }

    private static Aside aside(Arrived arrived, List<Shadow> shadows) {
        int reason = arrived.head().reasonLength();
        return shadows.isEmpty() && reason == 0
                ? Aside.NONE
                : new Aside(
                        shadows.stream()
                                .map(each -> new Aside.Shadowed(each.policy(), each.action()))
                                .toList(),
                        reason == 0 ? null : Integer.valueOf(reason));
    }

    /** Masking a large body takes time, so it is done where the body was looked at. */
    private static @Nullable Masked mint(Decision decision, TenantKeys keys, Beside beside) {
        return switch (decision) {
            case Decision.Allow allow -> Masking.mint(allow, beside);
            case Decision.Mask mask -> Masking.mint(mask, keys::mac, beside);
            case Decision.Coach _, Decision.Block _, Decision.Gap _ -> null;
        };
    }
}
