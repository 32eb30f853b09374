package dev.avow.wire;

import dev.avow.mask.Errand;
import io.vertx.core.http.HttpMethod;

/**
 * Where errands go (OpenAI's API reference, "Files" and "Batch"; Anthropic's, "Message Batches").
 */
final class ErrandPath {

    private static final String MESSAGES = "/messages/batches";

    private ErrandPath() {}

    /** The path after the version. */
    static String of(Errand errand) {
        String id = errand.remoteId();
        return switch (errand.kind()) {
            case UPLOAD -> "/files";
            case FILE, DELETE -> "/files/" + id;
            case CONTENT -> "/files/" + id + "/content";
            case BEGIN -> "/batches";
            case BATCH -> "/batches/" + id;
            case CANCEL -> "/batches/" + id + "/cancel";
            case MESSAGES_BEGIN -> MESSAGES;
            case MESSAGES_BATCH, MESSAGES_DELETE -> MESSAGES + "/" + id;
            case MESSAGES_RESULTS -> MESSAGES + "/" + id + "/results";
            case MESSAGES_CANCEL -> MESSAGES + "/" + id + "/cancel";
        };
    }

    static HttpMethod method(Errand.Kind kind) {
        return switch (kind) {
            case UPLOAD, BEGIN, CANCEL, MESSAGES_BEGIN, MESSAGES_CANCEL -> HttpMethod.POST;
            case FILE, CONTENT, BATCH, MESSAGES_BATCH, MESSAGES_RESULTS -> HttpMethod.GET;
            case DELETE, MESSAGES_DELETE -> HttpMethod.DELETE;
        };
    }
}
