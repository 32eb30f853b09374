package dev.avow.api;

import dev.avow.admit.Caller;
import dev.avow.admit.Refusal;
import dev.avow.arrive.RequestHead;
import dev.avow.mask.Errand;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request about files or batches: reads it on its event loop, has it done where waiting is
 * allowed, and answers.
 */
final class KeptExchange {

    private static final Logger LOG = LoggerFactory.getLogger(KeptExchange.class);
    private static final String FILES = "/v1/files";
    private static final String BATCHES = "/v1/batches";
    private static final int MOST_JSON = 64 << 10;

    private final Journey journey;
    private final Context context;
    private final HttpServerRequest request;
    private final Reply reply;
    private final Caller caller;
    private final KeptRoutes routes;

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
        this.routes = new KeptRoutes(journey, new Courier(journey.asking(), context), caller, head);
    }

    /** Whether a path is about files or batches. */
    static boolean takes(String path) {
        return isBelow(path, FILES) || isBelow(path, BATCHES);
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
        boolean files = isBelow(path, FILES);
        String rest = path.substring((files ? FILES : BATCHES).length());
        String[] parts = rest.isEmpty() ? new String[0] : rest.substring(1).split("/", -1);
        HttpMethod method = request.method();
        if (files) {
            files(parts, method);
        } else {
            batches(parts, method);
        }
    }

    private void files(String[] parts, HttpMethod method) {
        if (parts.length == 0 && method.equals(HttpMethod.POST)) {
            upload();
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
            new BodyReader(request, MOST_JSON)
                    .read(body -> json(() -> routes.begin(body)), reply::fault);
        } else if (parts.length == 0 && method.equals(HttpMethod.GET)) {
            String after = param("after");
            String limit = param("limit");
            json(() -> routes.batches(after, limit));
        } else if (parts.length == 1 && method.equals(HttpMethod.GET)) {
            json(() -> routes.batch(parts[0], Errand.Kind.BATCH));
        } else if (parts.length == 2
                && parts[1].equals("cancel")
                && method.equals(HttpMethod.POST)) {
            json(() -> routes.batch(parts[0], Errand.Kind.CANCEL));
        } else {
            noSuch(parts.length <= 1 || (parts.length == 2 && parts[1].equals("cancel")));
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

    private void upload() {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !FormReader.isForm(type)) {
            reply.fault(
                    Fault.of(
                            FaultCode.UNSUPPORTED_MEDIA_TYPE,
                            "send multipart/form-data with purpose and file"));
            return;
        }
        withRoom(() ->
                new BodyReader(request, journey.uploads().mostBytes(), "AVOW_MAX_UPLOAD_BYTES")
                        .read(
                                form -> json(() -> routes.upload(FormReader.read(form, type))),
                                reply::fault));
    }

    /** Files take memory until their answer has ended, however that ends. */
    private void withRoom(Runnable work) {
        if (!journey.uploads().take()) {
            reply.fault(
                    Fault.of(
                            FaultCode.OVERLOADED,
                            "too many files are under way; try again shortly, or raise"
                                    + " AVOW_MAX_UPLOADS"));
            return;
        }
        reply.whenOver(journey.uploads()::giveBack);
        work.run();
    }

    private void json(Supplier<String> work) {
        answer(() -> Buffer.buffer(work.get()), body -> reply.json(200, body));
    }

    private void answer(Supplier<Buffer> work, java.util.function.Consumer<Buffer> tell) {
        journey.blocking()
                .execute(() -> {
                    try {
                        Buffer body = work.get();
                        context.runOnContext(_ -> tell.accept(body));
                    } catch (FaultException fault) {
                        context.runOnContext(_ -> reply.fault(fault.fault()));
                    } catch (RuntimeException bug) {
                        LOG.error(
                                "a request about files failed by {} at {}",
                                bug.getClass().getName(),
                                ChatExchange.place(bug));
                        context.runOnContext(_ ->
                                reply.fault(
                                        Fault.of(
                                                FaultCode.INTERNAL,
                                                "something went wrong here; it is in the log")));
                    }
                });
    }
}
