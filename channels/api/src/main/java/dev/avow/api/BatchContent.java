package dev.avow.api;

import dev.avow.admit.Admitted;
import dev.avow.admit.Caller;
import dev.avow.arrive.Arrival;
import dev.avow.arrive.Bodies;
import dev.avow.arrive.RequestHead;
import dev.avow.classify.Classified;
import dev.avow.decide.AnswerDecider;
import dev.avow.decide.PolicySet;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.json.JsonSplice;
import dev.avow.mask.Errands;
import dev.avow.mask.OwnValues;
import dev.avow.record.Ending;
import dev.avow.record.KeptFile;
import dev.avow.record.KeptPlace;
import dev.avow.restore.AnswerFacts;
import dev.avow.restore.AnswerGuard;
import dev.avow.restore.KeptLine;
import dev.avow.restore.WholeRestorer;
import dev.avow.sealing.TenantKeys;
import dev.avow.words.Fault;
import dev.avow.words.FaultException;
import dev.avow.words.Route;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Room 07 for the files of a batch: each line's answer is classified and judged as that of a
 * request by itself, originals are put back by what was kept of its line, and it gets its own name
 * again. For one file; not safe for more than one thread. Blocks.
 */
final class BatchContent {

    private final Journey journey;
    private final Caller caller;
    private final RequestHead head;
    private final KeptPlace place;
    private final List<KeptLine> lines;
    private final Detector detector;
    private final TenantKeys keys;
    private final PolicySet policies;
    private final List<LateRecord.Ended> ended = new ArrayList<>();

    /**
     * @param lines what is kept of them, in the order of the file that was given; empty where
     *     nothing is: its answers stay as they are then
     */
    BatchContent(
            Journey journey, Caller caller, RequestHead head, KeptFile file, List<KeptLine> lines) {
        this.journey = journey;
        this.caller = caller;
        this.head = head;
        this.place = file.place();
        this.lines = lines;
        this.detector = journey.classifiers().of(caller.tenant()).detector();
        this.keys = journey.keyring().of(caller.tenant());
        this.policies = journey.policies().of(caller.tenant());
    }

    /** How each line ended that was seen, as far as it is known here. */
    List<LateRecord.Ended> ended() {
        return List.copyOf(ended);
    }

    /**
     * A file as its owner may see it.
     *
     * @param answers whether it holds answers, rather than requests
     * @throws FaultException where it is no such file
     */
    byte[] restored(byte[] file, boolean answers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + 256);
        int from = 0;
        while (from < file.length) {
            int end = from;
            while (end < file.length && file[end] != '\n') {
                end++;
            }
            if (end > from) {
                JsonMembers line =
                        JsonMembers.read(Arrays.copyOfRange(file, from, end))
                                .orElseThrow(ProviderWords::unclear);
                out.writeBytes(answers ? answer(line) : request(line));
                out.write('\n');
            }
            from = end + 1;
        }
        return out.toByteArray();
    }

    private @Nullable KeptLine kept(String id) {
        String digits = id.startsWith(Errands.LINE) ? id.substring(Errands.LINE.length()) : "";
        if (!digits.matches("[1-9][0-9]{0,6}")) {
            throw ProviderWords.unclear();
        }
        int number = Integer.parseInt(digits);
        return number <= lines.size() ? lines.get(number - 1) : null;
    }

    private static String named(@Nullable KeptLine line, String id) {
        return line == null || line.customId().isEmpty() ? id : line.customId();
    }

    private byte[] request(JsonMembers line) {
        String id = line.word("custom_id").orElseThrow(ProviderWords::unclear);
        KeptLine kept = kept(id);
        byte[] body = line.object("body").orElseThrow(ProviderWords::unclear);
        StringBuilder json = new StringBuilder(128).append("{\"method\":\"POST\"");
        ProviderWords.word("custom_id", named(kept, id), json);
        ProviderWords.word("url", "/v1" + place.route().path(), json);
        return with(json.append(",\"body\":"), restorer(kept, null).restore(body), "}");
    }

    private byte[] answer(JsonMembers line) {
        String id = line.word("custom_id").orElseThrow(ProviderWords::unclear);
        KeptLine kept = kept(id);
        StringBuilder json = new StringBuilder(256).append("{\"object\":\"batch.response\"");
        ProviderWords.word("id", line.word("id").orElse(id), json);
        ProviderWords.word("custom_id", named(kept, id), json);
        long status = line.number("response", "status_code").orElse(0L);
        byte[] body = line.object("response", "body").orElse(null);
        if (body == null) {
            end(kept, Ending.Status.FAILED, null);
            json.append(",\"response\":null");
            return error(
                    json,
                    line.word("error", "code").orElse("provider_error"),
                    "the provider did not answer this line");
        }
        WholeRestorer restorer = restorer(kept, guard(kept));
        byte[] restored;
        try {
            restored = restorer.restore(body);
        } catch (FaultException withheld) {
            Fault fault = withheld.fault();
            end(
                    kept,
                    UseCourse.statusOf(fault),
                    UseCourse.isWithheld(fault) ? restorer.facts() : null);
            json.append(",\"response\":null");
            return error(json, fault.code().id(), fault.message());
        }
        boolean served = status == 200;
        end(
                kept,
                served ? Ending.Status.COMPLETED : Ending.Status.FAILED,
                served ? restorer.facts() : null);
        json.append(",\"response\":{\"status_code\":").append(status);
        line.word("response", "request_id")
                .ifPresent(request -> ProviderWords.word("request_id", request, json));
        return with(json.append(",\"body\":"), restored, "},\"error\":null}");
    }

    private void end(@Nullable KeptLine kept, Ending.Status status, @Nullable AnswerFacts facts) {
        if (kept != null) {
            ended.add(new LateRecord.Ended(kept, status, facts));
        }
    }

    private static byte[] error(StringBuilder json, String code, String message) {
        StringBuilder error = new StringBuilder(64);
        ProviderWords.word("code", code, error);
        ProviderWords.word("message", message, error);
        json.append(",\"error\":{").append(error.substring(1)).append("}}");
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** On one line, as the file wants it. */
    private static byte[] with(StringBuilder before, byte[] body, String after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(before.length() + body.length + 32);
        out.writeBytes(before.toString().getBytes(StandardCharsets.UTF_8));
        for (byte b : body) {
            out.write(b == '\n' || b == '\r' ? ' ' : b);
        }
        out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private WholeRestorer restorer(@Nullable KeptLine kept, @Nullable AnswerGuard guard) {
        return new WholeRestorer(
                place.route(),
                detector,
                journey.budget(),
                kept == null ? dev.avow.mask.Keepsake.empty() : kept.keepsake(),
                guard);
    }

    private @Nullable AnswerGuard guard(@Nullable KeptLine kept) {
        Classified request = kept == null ? null : request(kept);
        AnswerDecider decider =
                request == null ? null : AnswerDecider.of(request, policies).orElse(null);
        return kept == null || request == null || decider == null
                ? null
                : new AnswerGuard(
                        decider,
                        detector,
                        journey.classifiers().detectorsWait(),
                        journey.budget(),
                        kept.keepsake(),
                        OwnValues.of(request),
                        keys::mac,
                        journey.holdBack());
    }

    /**
     * The request as policies on answers ask for it: who, where to, and the values it held of which
     * something is kept. Its text is gone.
     */
    private Classified request(KeptLine kept) {
        StringBuilder json = new StringBuilder("{\"model\":\"m\",\"input\":[\".\"");
        for (String value : kept.ownValues()) {
            json.append(',');
            JsonSplice.quote(value, json);
        }
        byte[] body = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        return switch (Bodies.arrive(Route.EMBEDDINGS, head, body)) {
            case Arrival.Refused refused -> throw refused.fault().asException();
            case Arrival.Understood understood ->
                    new Classified(
                            new Admitted(
                                    understood.arrived(),
                                    caller,
                                    LateRecord.destination(place, kept),
                                    kept.interaction(),
                                    kept.at()),
                            List.of(),
                            kept.found(),
                            new Coverage.Complete());
        };
    }
}
