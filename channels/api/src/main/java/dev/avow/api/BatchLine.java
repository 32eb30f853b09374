package dev.avow.api;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a batch's file (OpenAI's API reference, "The request input object"), or one of a
 * message batch's requests ({@link MessageBatchBody}): a request to a route that Avow has.
 */
final class BatchLine {

    /** Those that a provider's batches know, too. */
    static final Set<Route> ROUTES =
            Set.of(Route.CHAT_COMPLETIONS, Route.RESPONSES, Route.EMBEDDINGS);

    private static final Set<String> MEMBERS = Set.of("custom_id", "method", "url", "body");
    private static final int LONGEST_ID = 512;

    private final int number;
    private final String where;
    private final String customId;
    private final Route route;
    private final byte[] body;

    /**
     * @param where as a fault names it
     */
    BatchLine(int number, String where, String customId, Route route, byte[] body) {
        this.number = number;
        this.where = where;
        this.customId = customId;
        this.route = route;
        this.body = body;
    }

    /** From 1. */
    int number() {
        return number;
    }

    /** As its caller named it; it never leaves. */
    String customId() {
        return customId;
    }

    Route route() {
        return route;
    }

    /** The request, not to be changed. */
    byte[] unscannedBody() {
        return body;
    }

    /**
     * All lines of a file; empty ones at its end are none.
     *
     * @throws FaultException that names the line which is wrong
     */
    static List<BatchLine> all(byte[] file, BatchRules rules) {
        List<BatchLine> lines = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int from = 0;
        int number = 0;
        while (from < file.length) {
            int end = from;
            while (end < file.length && file[end] != '\n') {
                end++;
            }
            number++;
            if (number > rules.mostLines() && !isBlank(file, from, file.length)) {
                throw Fault.of(
                                FaultCode.BODY_TOO_LARGE,
                                "the file has more than "
                                        + rules.mostLines()
                                        + " lines; send several, or raise AVOW_BATCH_MAX_LINES")
                        .asException();
            }
            if (isBlank(file, from, end)) {
                if (isBlank(file, end, file.length)) {
                    break;
                }
                throw wrong(number, Fault.of(FaultCode.INVALID_VALUE, "it is empty"));
            }
            BatchLine line = read(number, Arrays.copyOfRange(file, from, end), rules);
            if (!ids.add(line.customId)) {
                throw wrong(
                        number,
                        Fault.of(
                                FaultCode.INVALID_VALUE,
                                "its custom_id stands on an earlier line too; give each its own",
                                "custom_id"));
            }
            if (line.route != (lines.isEmpty() ? line : lines.getFirst()).route) {
                throw wrong(
                        number,
                        Fault.of(
                                FaultCode.INVALID_VALUE,
                                "its url is another than the first line's; a batch has one",
                                "url"));
            }
            lines.add(line);
            from = end + 1;
        }
        if (lines.isEmpty()) {
            throw Fault.of(FaultCode.INVALID_VALUE, "the file has no line", "file").asException();
        }
        return lines;
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    private static BatchLine read(int number, byte[] json, BatchRules rules) {
        JsonMembers line =
                JsonMembers.read(json)
                        .orElseThrow(() ->
                                wrong(
                                        number,
                                        Fault.of(
                                                FaultCode.MALFORMED_JSON,
                                                "it must be one JSON object in UTF-8")));
        try {
            line.requireOnly(MEMBERS);
        } catch (FaultException unknown) {
            throw wrong(number, unknown.fault());
        }
        String customId =
                line.text("custom_id")
                        .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID)
                        .orElseThrow(() ->
                                must(
                                        number,
                                        "custom_id",
                                        "a text of 1 to " + LONGEST_ID + " characters"));
        if (!line.text("method").equals(Optional.of("POST"))) {
            throw must(number, "method", "POST");
        }
        Route route =
                line.text("url")
                        .flatMap(Route::of)
                        .filter(ROUTES::contains)
                        .orElseThrow(() ->
                                must(
                                        number,
                                        "url",
                                        "/v1/chat/completions, /v1/responses or /v1/embeddings"));
        byte[] body =
                line.object("body")
                        .filter(bytes -> bytes.length <= rules.mostLineBytes())
                        .orElseThrow(() ->
                                must(
                                        number,
                                        "body",
                                        "an object of at most "
                                                + rules.mostLineBytes()
                                                + " bytes (AVOW_MAX_BODY_BYTES)"));
        return new BatchLine(number, where(number), customId, route, body);
    }

    private static FaultException must(int number, String field, String what) {
        return wrong(number, Fault.of(FaultCode.INVALID_VALUE, field + " must be " + what, field));
    }

    private static String where(int number) {
        return "line " + number + " of the file";
    }

    private static FaultException wrong(int number, Fault fault) {
        return wrong(where(number), fault);
    }

    /** A fault of this line. */
    FaultException wrong(Fault fault) {
        return wrong(where, fault);
    }

    /** A fault of one line. It names the line, and nothing of it. */
    static FaultException wrong(String where, Fault fault) {
        return new Fault(fault.code(), where + ": " + fault.message(), fault.fieldOrNull())
                .asException();
    }

    /** Prints the number alone. */
    @Override
    public String toString() {
        return "BatchLine " + number;
    }
}
