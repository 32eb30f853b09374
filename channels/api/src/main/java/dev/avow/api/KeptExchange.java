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
import java.util.Set;
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
        HttpMethod method = request.method();
        if (isBelow(path, FILES)) {
            files(below(path, FILES), method);
        } else if (isBelow(path, BATCHES)) {
            batches(below(path, BATCHES), method);
        } else if (isOfMessages(path)) {
            messages(below(path, MESSAGES), method);
        } else {
            uploads(below(path, UPLOADS), method);
        }
    }

    private static String[] below(String path, String root) {
        String rest = path.substring(root.length());
        return rest.isEmpty() ? new String[0] : rest.substring(1).split("/", -1);
    }

    private void files(String[] parts, HttpMethod method) {
        if (parts.length == 0 && method.equals(HttpMethod.POST)) {
            form(routes::upload);
        } else if (parts.length == 0 && method.equals(HttpMethod.GET)) {
            String purpose = param("purpose");
            String after = param("after");
            String limit = param("limit");
            json(() -> routes.files(purpose, after, limit));
        } else if (parts.length == 1 && method.equals(HttpMethod.GET)) {
            json(() -> routes.file(parts[0]));
        } else if (parts.length == 1 && method.equals(HttpMethod.DELETE)) {
            json(() -> routes.delete(parts[0]));
        } else if (parts.length == 2
                && parts[1].equals("content")
                && method.equals(HttpMethod.GET)) {
            withRoom(() -> answer(() -> Buffer.buffer(routes.content(parts[0])), reply::bytes));
        } else {
            noSuch(parts.length <= 1 || (parts.length == 2 && parts[1].equals("content")));
        }
    }

    private void batches(String[] parts, HttpMethod method) {
        if (parts.length == 0 && method.equals(HttpMethod.POST)) {
            body(body -> routes.batches().begin(body));
        } else if (parts.length == 0 && method.equals(HttpMethod.GET)) {
            String after = param("after");
            String limit = param("limit");
            json(() -> routes.batches().list(after, limit));
        } else if (parts.length == 1 && method.equals(HttpMethod.GET)) {
            json(() -> routes.batches().batch(parts[0], Errand.Kind.BATCH));
        } else if (parts.length == 2
                && parts[1].equals("cancel")
                && method.equals(HttpMethod.POST)) {
            json(() -> routes.batches().batch(parts[0], Errand.Kind.CANCEL));
        } else {
            noSuch(parts.length <= 1 || (parts.length == 2 && parts[1].equals("cancel")));
        }
    }

    private void messages(String[] parts, HttpMethod method) {
        String last = parts.length == 2 ? parts[1] : "";
        boolean get = method.equals(HttpMethod.GET);
        if (parts.length == 0 && method.equals(HttpMethod.POST)) {
            withRoom(() ->
                    new BodyReader(request, journey.uploads().mostBytes(), "AVOW_MAX_UPLOAD_BYTES")
                            .read(body -> json(() -> routes.messages().begin(body)), reply::fault));
        } else if (parts.length == 0 && get) {
            String after = param("after_id");
            String before = param("before_id");
            String limit = param("limit");
            json(() -> routes.messages().list(after, before, limit));
        } else if (parts.length == 1 && get) {
            json(() -> routes.messages().batch(parts[0], Errand.Kind.MESSAGES_BATCH));
        } else if (parts.length == 1 && method.equals(HttpMethod.DELETE)) {
            json(() -> routes.messages().delete(parts[0]));
        } else if (last.equals("results") && get) {
            withRoom(() ->
                    answer(() -> Buffer.buffer(routes.messages().results(parts[0])), reply::lines));
        } else if (last.equals("cancel") && method.equals(HttpMethod.POST)) {
            json(() -> routes.messages().batch(parts[0], Errand.Kind.MESSAGES_CANCEL));
        } else {
            noSuch(parts.length <= 1 || Set.of("results", "cancel").contains(last));
        }
    }

    private void uploads(String[] parts, HttpMethod method) {
        String last = parts.length == 2 ? parts[1] : "";
        boolean post = method.equals(HttpMethod.POST);
        if (parts.length == 0 && post) {
            body(body -> routes.uploads().begin(body));
        } else if (last.equals("parts") && post) {
            form(form -> routes.uploads().part(parts[0], form));
        } else if (last.equals("complete") && post) {
            withRoom(() -> body(body -> routes.uploads().complete(parts[0], body)));
        } else if (last.equals("cancel") && post) {
            json(() -> routes.uploads().cancel(parts[0]));
        } else {
            noSuch(parts.length == 0 || Set.of("parts", "complete", "cancel").contains(last));
        }
    }

    private void noSuch(boolean otherMethod) {
        reply.fault(
                otherMethod
                        ? Fault.of(
                                FaultCode.METHOD_NOT_ALLOWED,
                                "this method is not there for this path")
                        : Fault.of(
                                FaultCode.NOT_FOUND,
                                "there is no such route; see docs/routes.md, Files and batches"));
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
