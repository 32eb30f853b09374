package dev.avow.bench.load;

import java.util.List;

/**
 * One kind of load.
 *
 * @param name as the table says it
 * @param kind JSON or stream
 * @param plan how the upstream answers
 * @param concurrency requests in flight when looking for the most a gateway can do
 * @param warmUp answers after which a gateway counts as warm
 */
record Scenario(String name, AnswerKind kind, UpstreamPlan plan, int concurrency, long warmUp) {
    private static final UpstreamPlan LATE = new UpstreamPlan(200, 0, 50);
    private static final UpstreamPlan LATE_AND_PACED = new UpstreamPlan(200, 4, 50);

    /** All of them. Those with one plan stand together, since gateways are started per plan. */
    static final List<Scenario> ALL =
            List.of(
                    new Scenario("json", AnswerKind.JSON, UpstreamPlan.AT_ONCE, 32, 160_000),
                    new Scenario("stream", AnswerKind.STREAM, UpstreamPlan.AT_ONCE, 16, 15_000),
                    new Scenario("json-200ms", AnswerKind.JSON, LATE, 512, 60_000),
                    new Scenario("stream-200ms", AnswerKind.STREAM, LATE_AND_PACED, 256, 3_000));
}
