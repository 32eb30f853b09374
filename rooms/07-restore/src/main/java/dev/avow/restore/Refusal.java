package dev.avow.restore;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Scan;
import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonProblem;
import dev.avow.json.JsonSplice;
import dev.avow.mask.Outbound;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Room 07 for a provider's words on why it will not answer. Error answers end in callers' logs and
 * trackers, so these may explain, but not quote: neither the request, nor anything personal. A
 * pseudonym stays one: nothing is put back. Immutable; safe for any thread.
 *
 * @see <a href="../../../../../../../../docs/decisions/0009-what-a-caller-hears-of-a-provider.md">
 *     decision 0009</a>
 */
public final class Refusal {

    /** Stands for words that quoted. */
    static final String LEFT_OUT =
            "(the provider's words quoted the request or a secret, and are left out)";

    /** Longer words are no explanation. */
    private static final int MOST = 4_000;

    /** Members that name things of the protocol; a refusal must be able to say which it means. */
    private static final Set<String> NAMES = Set.of("model", "name", "type", "role");

    private static final Pattern PROTOCOL_NAME = Pattern.compile("[A-Za-z][A-Za-z_-]{0,40}");

    private final List<String> sent;
    private final Detector detector;
    private final Budget budget;

    /**
     * @param outbound what left, and was refused
     * @param budget time to look at each of the refusal's texts
     */
    public Refusal(Outbound outbound, Detector detector, Duration budget) {
        this.sent = texts(outbound.body());
        this.detector = detector;
        this.budget = new Budget(MOST, budget.toNanos());
    }

    private static List<String> texts(byte[] body) {
        List<String> texts = new ArrayList<>();
        try {
            for (JsonNode node : JsonDocument.read(body).nodes()) {
                if (node.kind() == Kind.STRING && !NAMES.contains(node.path().name())) {
                    texts.add(node.text());
                }
            }
        } catch (JsonProblem wasReadBefore) {
            throw new IllegalStateException("what left is no JSON", wasReadBefore);
        }
        return texts;
    }

    /**
     * The refusal, with every text that quotes replaced; other bytes stay as they came.
     *
     * @param json the provider's answer
     * @throws dev.avow.words.FaultException where it is no JSON object, or quotes in the names of
     *     its members
     */
    public byte[] shown(byte[] json) {
        JsonDocument document = Answer.read(json);
        JsonSplice shown = new JsonSplice(document.bytes());
        for (JsonNode node : document.nodes()) {
            switch (node.kind()) {
                case NAME -> requireProtocolName(node.text());
                case STRING, NUMBER -> {
                    if (!mayBeShown(node.text())) {
                        shown.replace(node.start(), node.end(), JsonSplice.quote(LEFT_OUT));
                    }
                }
                case OBJECT, ARRAY, BOOLEAN, NULL -> {}
            }
        }
        return shown.finish();
    }

    private static void requireProtocolName(String name) {
        if (!PROTOCOL_NAME.matcher(name).matches()) {
            throw Fault.of(
                            FaultCode.PROVIDER_REFUSED,
                            "the provider refused the request; its words may quote the request and"
                                    + " are left out")
                    .asException();
        }
    }

    private boolean mayBeShown(String text) {
        return text.length() <= MOST && !SharedWords.in(text, sent) && isClean(text);
    }

    private boolean isClean(String text) {
        try {
            Scan scan = detector.scan(text, budget);
            return scan.findings().isEmpty() && !(scan.coverage() instanceof Coverage.Partial);
        } catch (RuntimeException detectorBrokeItsPromise) {
            return false;
        }
    }
}
