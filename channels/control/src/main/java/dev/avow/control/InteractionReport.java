package dev.avow.control;

import dev.avow.admit.Caller;
import dev.avow.classify.Classification;
import dev.avow.classify.Classifier;
import dev.avow.decide.Risk;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Scan;
import dev.avow.record.Aside;
import dev.avow.record.Interaction;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A use of a model as another channel reports it, such as a browser extension. Every string has a
 * narrow form, so that none can carry text of a prompt or a full address, and is looked through for
 * personal data as a prompt is (promise B6).
 */
record InteractionReport(
        @Nullable String channel,
        String platformId,
        @Nullable String model,
        String promptHash,
        @Nullable String responseHash,
        Integer contentLength,
        List<@Nullable Found> classifications,
        @Nullable String policyApplied,
        String policyAction,
        @Nullable Double riskScore,
        @Nullable Instant timestamp,
        @Nullable String hostname,
        @Nullable String clientVersion,
        @Nullable String browser,
        @Nullable Integer tokensIn,
        @Nullable Integer tokensOut,
        @Nullable BigDecimal cost,
        @Nullable Integer durationMs,
        @Nullable String status) {

    /** What was found; in the prompt where it does not say. */
    record Found(
            @Nullable String type,
            @Nullable Double confidence,
            @Nullable Integer tier,
            @Nullable Integer count,
            @Nullable String in) {}

    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern PLATFORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@/-]{0,99}");
    private static final Pattern HASH = Pattern.compile("(hmac-)?sha256:[0-9a-f]{64}");
    private static final Pattern HOST =
            Pattern.compile(
                    "(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
                            + "(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,39}");
    private static final Pattern BROWSER =
            Pattern.compile("[A-Za-z]{1,20}( [A-Za-z]{1,20})?([ /][0-9.]{1,20})?");
    private static final Set<String> ACTIONS = Set.of("Allow", "Block", "Coach", "Mask", "Log");
    private static final Set<String> STATUSES =
            Set.of("completed", "blocked", "coached", "refused", "failed", "cancelled");
    private static final Set<String> RESERVED = Set.of("api", "console");
    private static final Duration OLDEST = Duration.ofDays(30);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
    private static final int MOST_CLASSIFICATIONS = 100;
    private static final BigDecimal HIGHEST_COST = new BigDecimal("9999999");

    /**
     * The interaction that is to be kept.
     *
     * @throws FaultException INVALID_VALUE or MISSING_VALUE, naming the field
     */
    Interaction read(Caller caller, Set<String> findingTypes, Classifier classifier, Instant now) {
        shapes();
        clean(classifier);
        numbers();
        List<Interaction.Classified> found = found(findingTypes);
        Instant at = timestamp == null ? now : timestamp.truncatedTo(ChronoUnit.MICROS);
        require(
                !at.isAfter(now.plus(CLOCKS_DIFFER_BY)) && !at.isBefore(now.minus(OLDEST)),
                "timestamp",
                "not in the future, and 30 days old at most");
        return new Interaction(
                Ids.next(),
                caller.tenant().value(),
                caller.userId(),
                caller.apiKeyId(),
                channel == null ? "extension" : channel,
                platformId,
                model == null ? "unknown" : model,
                promptHash,
                responseHash,
                contentLength,
                found,
                policyApplied,
                policyAction,
                riskScore == null ? risk(found) : riskScore,
                at,
                hostname,
                clientVersion,
                browser,
                tokensIn,
                tokensOut,
                cost,
                durationMs,
                status == null ? "completed" : status,
                Aside.NONE);
    }

    private void shapes() {
        matches(CHANNEL, channel, "channel", "a word in lower case, such as extension");
        require(
                channel == null || !RESERVED.contains(channel),
                "channel",
                "this channel records its uses itself");
        matches(PLATFORM, platformId, "platform_id", "a platform's name, such as chatgpt");
        matches(MODEL, model, "model", "a model's name");
        require(model == null || !model.contains("//"), "model", "a model's name and no address");
        matches(HASH, promptHash, "prompt_hash", "sha256: or hmac-sha256: and 64 hexadecimals");
        matches(HASH, responseHash, "response_hash", "as prompt_hash");
        require(
                ACTIONS.contains(policyAction),
                "policy_action",
                "Allow, Block, Coach, Mask or Log");
        require(
                status == null || STATUSES.contains(status),
                "status",
                "completed, blocked, coached, refused, failed or cancelled");
        matches(HOST, hostname, "hostname", "a host's name alone: no scheme, path or port");
        matches(VERSION, clientVersion, "client_version", "a version such as 1.4.0");
        matches(BROWSER, browser, "browser", "a name and a version, such as Firefox 140");
    }

    /** Also a narrow form has room for a telephone number or an address of e-mail. */
    private void clean(Classifier classifier) {
        clean(classifier, channel, "channel");
        clean(classifier, platformId, "platform_id");
        clean(classifier, model, "model");
        clean(classifier, policyApplied, "policy_applied");
        clean(classifier, hostname, "hostname");
        clean(classifier, clientVersion, "client_version");
        clean(classifier, browser, "browser");
    }

    private static void clean(Classifier classifier, @Nullable String value, String field) {
        if (value == null) {
            return;
        }
        Scan scan = classifier.scan(value);
        require(
                scan.findings().isEmpty() && !(scan.coverage() instanceof Coverage.Partial),
                field,
                "this looks like personal data, or could not be looked at");
    }

    private void numbers() {
        notNegative(contentLength, "content_length");
        notNegative(tokensIn, "tokens_in");
        notNegative(tokensOut, "tokens_out");
        notNegative(durationMs, "duration_ms");
        require(isShare(riskScore), "risk_score", "0 to 1");
        require(
                cost == null
                        || (cost.signum() >= 0
                                && cost.compareTo(HIGHEST_COST) <= 0
                                && cost.scale() <= 8),
                "cost",
                "US dollars, with 8 decimals at most");
    }

    private List<Interaction.Classified> found(Set<String> known) {
        require(
                classifications.size() <= MOST_CLASSIFICATIONS,
                "classifications",
                "at most " + MOST_CLASSIFICATIONS);
        List<Interaction.Classified> read = new ArrayList<>();
        for (int i = 0; i < classifications.size(); i++) {
            Found each = classifications.get(i);
            String at = "classifications[" + i + "]";
            if (each == null
                    || each.type() == null
                    || each.confidence() == null
                    || each.tier() == null
                    || each.count() == null) {
                throw Fault.of(
                                FaultCode.MISSING_VALUE,
                                "type, confidence, tier and count must be given",
                                at)
                        .asException();
            }
            require(known.contains(each.type()), at + ".type", "no such finding type");
            require(isShare(each.confidence()), at + ".confidence", "0 to 1");
            require(each.tier() >= 1 && each.tier() <= 3, at + ".tier", "1, 2 or 3");
            require(each.count() >= 1, at + ".count", "1 or more");
            require(
                    each.in() == null || each.in().equals("prompt") || each.in().equals("answer"),
                    at + ".in",
                    "prompt or answer");
            read.add(
                    new Interaction.Classified(
                            each.type(),
                            each.confidence(),
                            each.tier(),
                            each.count(),
                            each.in() == null ? "prompt" : each.in()));
        }
        return read;
    }

    private static double risk(List<Interaction.Classified> found) {
        return Risk.of(
                        found.stream()
                                .map(each ->
                                        new Classification(
                                                each.type(),
                                                each.tier(),
                                                each.confidence(),
                                                each.count()))
                                .toList())
                .score();
    }

    private static boolean isShare(@Nullable Double value) {
        return value == null || (value >= 0 && value <= 1);
    }

    private static void notNegative(@Nullable Integer value, String field) {
        require(value == null || value >= 0, field, "0 or more");
    }

    private static void matches(
            Pattern pattern, @Nullable String value, String field, String wanted) {
        require(value == null || pattern.matcher(value).matches(), field, wanted);
    }

    private static void require(boolean holds, String field, String wanted) {
        if (!holds) {
            throw Fault.of(FaultCode.INVALID_VALUE, field + ": " + wanted, field).asException();
        }
    }

    /** Prints nothing of it. */
    @Override
    public String toString() {
        return "InteractionReport";
    }
}
