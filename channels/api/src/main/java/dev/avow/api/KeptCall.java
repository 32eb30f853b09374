package dev.avow.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be asked of files, uploads and batches: by which method, at which path. */
enum KeptCall {
    UPLOAD_FILE("POST", "/v1/files"),
    LIST_FILES("GET", "/v1/files"),
    SHOW_FILE("GET", "/v1/files/{id}"),
    DELETE_FILE("DELETE", "/v1/files/{id}"),
    FILE_CONTENT("GET", "/v1/files/{id}/content"),
    BEGIN_BATCH("POST", "/v1/batches"),
    LIST_BATCHES("GET", "/v1/batches"),
    SHOW_BATCH("GET", "/v1/batches/{id}"),
    CANCEL_BATCH("POST", "/v1/batches/{id}/cancel"),
    BEGIN_UPLOAD("POST", "/v1/uploads"),
    ADD_PART("POST", "/v1/uploads/{id}/parts"),
    COMPLETE_UPLOAD("POST", "/v1/uploads/{id}/complete"),
    CANCEL_UPLOAD("POST", "/v1/uploads/{id}/cancel"),
    BEGIN_MESSAGES("POST", "/v1/messages/batches"),
    LIST_MESSAGES("GET", "/v1/messages/batches"),
    SHOW_MESSAGES("GET", "/v1/messages/batches/{id}"),
    DELETE_MESSAGES("DELETE", "/v1/messages/batches/{id}"),
    MESSAGES_RESULTS("GET", "/v1/messages/batches/{id}/results"),
    CANCEL_MESSAGES("POST", "/v1/messages/batches/{id}/cancel");

    private static final String ID = "{id}";

    private final String method;
    private final String path;

    KeptCall(String method, String path) {
        this.method = method;
        this.path = path;
    }

    String method() {
        return method;
    }

    /** With {@code {id}} for what differs. */
    String path() {
        return path;
    }

    /** Empty where there is none of this method at this path. */
    static Optional<KeptCall> of(String method, String path) {
        return Arrays.stream(values())
                .filter(each -> each.method.equals(method) && each.isAt(path))
                .findFirst();
    }

    /** The methods that a path has; none where there is no such path. */
    static List<String> methods(String path) {
        return Arrays.stream(values())
                .filter(each -> each.isAt(path))
                .map(each -> each.method)
                .sorted()
                .toList();
    }

    private boolean isAt(String asked) {
        String[] parts = asked.split("/", -1);
        String[] own = path.split("/", -1);
        if (parts.length != own.length) {
            return false;
        }
        for (int i = 0; i < own.length; i++) {
            if (!own[i].equals(ID) && !own[i].equals(parts[i])) {
                return false;
            }
        }
        return true;
    }

    /** What stands in the place of {@code {id}}; empty where the path has none. */
    String id(String asked) {
        int at = Arrays.asList(path.split("/", -1)).indexOf(ID);
        return at < 0 ? "" : asked.split("/", -1)[at];
    }
}
