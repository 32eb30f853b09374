package dev.avow.api;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The requests of a message batch (Anthropic's API reference, "Create a Message Batch"), each of
 * them one to {@code /v1/messages}. Faults name one as Anthropic does, by its place from 0, and
 * nothing of it.
 */
final class MessageBatchBody {

    private static final String REQUESTS = "requests";
    private static final Set<String> MEMBERS = Set.of("custom_id", "params");
    private static final int LONGEST_ID = 64;

    private MessageBatchBody() {}

    /**
     * All of them, in their order.
     *
     * @throws FaultException that names the one which is wrong
     */
    static List<BatchLine> requests(byte[] body, BatchRules rules) {
        JsonMembers wanted =
                JsonMembers.read(body)
                        .orElseThrow(() ->
                                Fault.of(FaultCode.MALFORMED_JSON, "the body must be a JSON object")
                                        .asException());
        wanted.requireOnly(Set.of(REQUESTS));
        List<byte[]> each = wanted.objectsIn(REQUESTS);
        if (each.isEmpty() || each.size() != wanted.elements(REQUESTS)) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "requests must be a list of objects with custom_id and params",
                            REQUESTS)
                    .asException();
        }
        if (each.size() > rules.mostLines()) {
            throw Fault.of(
                            FaultCode.BODY_TOO_LARGE,
                            "the batch has more than "
                                    + rules.mostLines()
                                    + " requests; send several, or raise AVOW_BATCH_MAX_LINES",
                            REQUESTS)
                    .asException();
        }
        List<BatchLine> requests = new ArrayList<>(each.size());
        Set<String> ids = new HashSet<>();
        for (byte[] json : each) {
            BatchLine request = request(requests.size(), json, rules);
            if (!ids.add(request.customId())) {
                throw request.wrong(
                        Fault.of(
                                FaultCode.INVALID_VALUE,
                                "its custom_id stands at an earlier one too; give each its own",
                                "custom_id"));
            }
            requests.add(request);
        }
        return requests;
    }

    private static BatchLine request(int index, byte[] json, BatchRules rules) {
        String where = REQUESTS + "." + index;
        JsonMembers request =
                JsonMembers.read(json)
                        .orElseThrow(() ->
                                BatchLine.wrong(
                                        where,
                                        Fault.of(
                                                FaultCode.MALFORMED_JSON,
                                                "it must be a JSON object")));
        try {
            request.requireOnly(MEMBERS);
        } catch (FaultException unknown) {
            throw BatchLine.wrong(where, unknown.fault());
        }
        String customId =
                request.text("custom_id")
                        .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID)
                        .orElseThrow(() ->
                                must(
                                        where,
                                        "custom_id",
                                        "a text of 1 to " + LONGEST_ID + " characters"));
        byte[] params =
                request.object("params")
                        .filter(bytes -> bytes.length <= rules.mostLineBytes())
                        .orElseThrow(() ->
                                must(
                                        where,
                                        "params",
                                        "an object of at most "
                                                + rules.mostLineBytes()
                                                + " bytes (AVOW_MAX_BODY_BYTES)"));
        return new BatchLine(index + 1, where, customId, Route.MESSAGES, params);
    }

    private static FaultException must(String where, String field, String what) {
        return BatchLine.wrong(
                where, Fault.of(FaultCode.INVALID_VALUE, field + " must be " + what, field));
    }
}
