package dev.avow.api;

import dev.avow.admit.Caller;
import dev.avow.admit.Refusal;
import dev.avow.arrive.FormJson;
import dev.avow.arrive.RequestHead;
import dev.avow.mask.Errand;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One request about files or batches: reads it on its event loop, has it done where waiting is
 * allowed, and answers.
 */
final class KeptExchange {

    private static final String FILES = "/v1/files";
    private static final String BATCHES = "/v1/batches";
    private static final String UPLOADS = "/v1/uploads";
    private static final String MESSAGES = "/v1/messages/batches";

    private final Journey journey;
    private final Context context;
    private final HttpServerRequest request;
    private final Reply reply;
    private final Caller caller;
    private final KeptRoutes routes;
    private Executor workers;

    KeptExchange(
            Journey journey,
            Context context,
            HttpServerRequest request,
            Reply reply,
            RequestHead head,
            Caller caller) {
        this.journey = journey;
        this.context = context;
        this.request = request;
        this.reply = reply;
        this.caller = caller;
        this.workers = journey.blocking();
        this.routes =
                new KeptRoutes(
                        journey,
                        new Courier(journey.asking(), context, journey.files().timeout()),
                        caller,
                        head);
    }

    /** Whether a path is about files, in parts too, or batches. */
    static boolean takes(String path) {
        return isBelow(path, FILES)
                || isBelow(path, BATCHES)
                || isBelow(path, UPLOADS)
                || isOfMessages(path);
    }

    /** Whether a path is about Anthropic's batches. */
    static boolean isOfMessages(String path) {
        return isBelow(path, MESSAGES);
    }

    /**
     * Whether a request only looks at what is there of files and batches, or has it cancelled or
     * deleted: no model is asked, no text sent, and none fetched.
     */
    static boolean needsNoModel(String path, HttpMethod method) {
        if (method.equals(HttpMethod.GET)) {
            return !path.endsWith("/content") && !path.endsWith("/results");
        }
        return method.equals(HttpMethod.DELETE)
                || (method.equals(HttpMethod.POST) && path.endsWith("/cancel"));
    }

    private static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    void begin() {
        Optional<Refusal> tooMany = journey.spending().arrive(caller);
        if (tooMany.isPresent()) {
            reply.refusal(tooMany.get());
            return;
        }
        String path = String.valueOf(request.path());
        Optional<KeptCall> call = KeptCall.of(request.method().name(), path);
        if (call.isPresent()) {
            serve(call.get(), call.get().id(path));
        } else if (!KeptCall.methods(path).isEmpty()) {
            reply.wrongMethod(KeptCall.methods(path));
        } else {
            reply.fault(
                    Fault.of(
                            FaultCode.NOT_FOUND,
                            "there is no such route; see docs/routes.md, Files and batches"));
        }
    }

    private void serve(KeptCall call, String id) {
        switch (call) {
            case UPLOAD_FILE -> form(routes::upload);
            case LIST_FILES -> {
                String purpose = param("purpose");
                String after = param("after");
                String limit = param("limit");
                json(() -> routes.files(purpose, after, limit));
            }
            case SHOW_FILE -> json(() -> routes.file(id));
            case DELETE_FILE -> json(() -> routes.delete(id));
            case FILE_CONTENT ->
                    withRoom(() -> answer(() -> Buffer.buffer(routes.content(id)), reply::bytes));
            case BEGIN_BATCH -> body(body -> routes.batches().begin(body));
            case LIST_BATCHES -> {
                String after = param("after");
                String limit = param("limit");
                json(() -> routes.batches().list(after, limit));
            }
            case SHOW_BATCH -> json(() -> routes.batches().batch(id, Errand.Kind.BATCH));
            case CANCEL_BATCH -> json(() -> routes.batches().batch(id, Errand.Kind.CANCEL));
            case BEGIN_UPLOAD -> body(body -> routes.uploads().begin(body));
            case ADD_PART -> form(form -> routes.uploads().part(id, form));
            case COMPLETE_UPLOAD ->
                    withRoom(() -> body(body -> routes.uploads().complete(id, body)));
            case CANCEL_UPLOAD -> json(() -> routes.uploads().cancel(id));
            case BEGIN_MESSAGES ->
                    withRoom(() ->
                            new BodyReader(
                                            request,
                                            journey.uploads().mostBytes(),
                                            "AVOW_MAX_UPLOAD_BYTES")
                                    .read(
                                            body -> json(() -> routes.messages().begin(body)),
                                            reply::fault));
            case LIST_MESSAGES -> {
                String after = param("after_id");
                String before = param("before_id");
                String limit = param("limit");
                json(() -> routes.messages().list(after, before, limit));
            }
            case SHOW_MESSAGES ->
                    json(() -> routes.messages().batch(id, Errand.Kind.MESSAGES_BATCH));
            case DELETE_MESSAGES -> json(() -> routes.messages().delete(id));
            case MESSAGES_RESULTS ->
                    withRoom(() ->
                            answer(
                                    () -> Buffer.buffer(routes.messages().results(id)),
                                    reply::lines));
            case CANCEL_MESSAGES ->
                    json(() -> routes.messages().batch(id, Errand.Kind.MESSAGES_CANCEL));
        }
    }

    private String param(String name) {
        String value = request.getParam(name);
        return value == null ? "" : value;
    }

    private void body(Function<byte[], String> work) {
        new BodyReader(request, journey.files().jsonBytes(), "AVOW_FILES_MAX_JSON_BYTES")
                .read(body -> json(() -> work.apply(body)), reply::fault);
    }

    private void form(Function<FormJson, String> work) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !FormReader.isForm(type)) {
            reply.fault(
                    Fault.of(
                            FaultCode.UNSUPPORTED_MEDIA_TYPE,
                            "send multipart/form-data; see docs/routes.md, Files and batches"));
            return;
        }
        withRoom(() ->
                new BodyReader(request, journey.uploads().mostBytes(), "AVOW_MAX_UPLOAD_BYTES")
                        .read(
                                form -> json(() -> work.apply(FormReader.read(form, type))),
                                reply::fault));
    }

    /** Files take memory until their answer is over, however that ends. */
    private void withRoom(Runnable work) {
        Optional<UploadPlace> place = journey.uploads().take();
        if (place.isEmpty()) {
            reply.fault(
                    Fault.of(
                            FaultCode.OVERLOADED,
                            "too many files are under way; try again shortly, or raise"
                                    + " AVOW_MAX_UPLOADS"));
            return;
        }
        reply.whenOver(place.get()::answerIsOver);
        workers = place.get().with(workers);
        work.run();
    }

    private void json(Supplier<String> work) {
        answer(() -> Buffer.buffer(work.get()), body -> reply.json(200, body));
    }

    private void answer(Supplier<Buffer> work, java.util.function.Consumer<Buffer> tell) {
        workers.execute(() -> {
            try {
                Buffer body = work.get();
                context.runOnContext(_ -> tell.accept(body));
            } catch (RuntimeException failed) {
                Fault fault = Failures.told("a request about files", failed);
                context.runOnContext(_ -> reply.fault(fault));
            }
        });
    }
}
