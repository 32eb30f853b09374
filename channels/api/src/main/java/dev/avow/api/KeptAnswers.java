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
import dev.avow.mask.Keepsake;
import dev.avow.mask.OwnValues;
import dev.avow.record.Ending;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Room 07 for the lines of a batch, whichever API it is of: who each line was, what restores and
 * judges its answer, and how it ended. For one batch; not safe for more than one thread. Blocks.
 */
final class KeptAnswers {

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
     * @param place whose batch it is, and the route of its lines
     * @param lines what is kept of them, in the order in which they were given; empty where nothing
     *     is: its answers stay as they are then
     */
    KeptAnswers(
            Journey journey,
            Caller caller,
            RequestHead head,
            KeptPlace place,
            List<KeptLine> lines) {
        this.journey = journey;
        this.caller = caller;
        this.head = head;
        this.place = place;
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
     * A file of JSON objects, one a line, each written anew.
     *
     * @throws dev.avow.words.FaultException where it is no such file
     */
    static byte[] eachLine(byte[] file, Function<JsonMembers, byte[]> written) {
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
                out.writeBytes(written.apply(line));
                out.write('\n');
            }
            from = end + 1;
        }
        return out.toByteArray();
    }

    /** What is kept of the line that left under that id; null where nothing is. */
    @Nullable KeptLine kept(String id) {
        String digits = id.startsWith(Errands.LINE) ? id.substring(Errands.LINE.length()) : "";
        if (!digits.matches("[1-9][0-9]{0,6}")) {
            throw ProviderWords.unclear();
        }
        int number = Integer.parseInt(digits);
        return number <= lines.size() ? lines.get(number - 1) : null;
    }

    /** A line's name as its caller gave it, where that is known. */
    static String named(@Nullable KeptLine line, String id) {
        return line == null || line.customId().isEmpty() ? id : line.customId();
    }

    /** Notes how a line ended. */
    void end(@Nullable KeptLine kept, Ending.Status status, @Nullable AnswerFacts facts) {
        if (kept != null) {
            ended.add(new LateRecord.Ended(kept, status, facts));
        }
    }

    /**
     * Puts originals back into a line's answer, judges it, and notes how the line ended.
     *
     * @param served whether it is an answer, and no refusal
     * @param answer what to write of it
     * @param refusal what to write where it is withheld
     */
    byte[] judged(
            @Nullable KeptLine kept,
            byte[] body,
            boolean served,
            Function<byte[], byte[]> answer,
            Function<Fault, byte[]> refusal) {
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
            return refusal.apply(fault);
        }
        end(
                kept,
                served ? Ending.Status.COMPLETED : Ending.Status.FAILED,
                served ? restorer.facts() : null);
        return answer.apply(restored);
    }

    /** On one line, as the file wants it. */
    static byte[] with(StringBuilder before, byte[] body, String after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(before.length() + body.length + 32);
        out.writeBytes(before.toString().getBytes(StandardCharsets.UTF_8));
        for (byte b : body) {
            out.write(b == '\n' || b == '\r' ? ' ' : b);
        }
        out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    WholeRestorer restorer(@Nullable KeptLine kept, @Nullable AnswerGuard guard) {
        return new WholeRestorer(
                place.route(),
                detector,
                journey.budget(),
                kept == null ? Keepsake.empty() : kept.keepsake(),
                guard);
    }

    /** What judges a line's answer; null where no policy does. */
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
