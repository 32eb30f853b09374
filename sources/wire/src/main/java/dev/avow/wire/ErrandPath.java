package dev.avow.wire;

import dev.avow.mask.Errand;
import io.vertx.core.http.HttpMethod;

/** Where errands go (OpenAI's API reference, "Files" and "Batch"). */
final class ErrandPath {

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
        };
    }

    static HttpMethod method(Errand.Kind kind) {
        return switch (kind) {
            case UPLOAD, BEGIN, CANCEL -> HttpMethod.POST;
            case FILE, CONTENT, BATCH -> HttpMethod.GET;
            case DELETE -> HttpMethod.DELETE;
        };
    }
}
