package dev.avow.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Admitted;
import dev.avow.admit.Caller;
import dev.avow.arrive.Arrival;
import dev.avow.arrive.ChatCompletions;
import dev.avow.arrive.RequestHead;
import dev.avow.classify.Classification;
import dev.avow.classify.Classified;
import dev.avow.decide.Policy.Action;
import dev.avow.decide.Policy.Conditions;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import dev.avow.words.Destination;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** B7: the first match by priority decides; B1: where none does, findings are masked. */
final class DeciderTest {

    private static final Conditions ALWAYS =
            conditions(List.of(), List.of(), List.of(), List.of(), null);

    @Test
    void decide_noPolicy_masksFindingsAndAllowsTheRest() {
        assertThat(Decider.decide(found(1), PolicySet.EMPTY, false))
                .isInstanceOf(Decision.Mask.class);
        assertThat(Decider.decide(found(0), PolicySet.EMPTY, false))
                .isInstanceOf(Decision.Allow.class);
        assertThat(Decider.decide(found(1), PolicySet.EMPTY, false).policy()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void decide_partialCoverage_isAGapWhateverPoliciesSay(Action action) {
        for (Coverage.Why why : Coverage.Why.values()) {
            for (boolean acknowledged : new boolean[] {true, false}) {
                Decision decision =
                        Decider.decide(
                                classified(1, new Coverage.Partial(why)),
                                PolicySet.of(List.of(policy("a", 1, ALWAYS, action))),
                                acknowledged);
                assertThat(decision).isInstanceOf(Decision.Gap.class);
                assertThat(decision.action()).isEqualTo("Gap");
                assertThat(decision.policy()).isNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"BLOCK,Block,Block", "COACH,Coach,Coach", "MASK,Mask,Mask", "LOG,Allow,Log"})
    void decide_policy_doesAsItSays(Action action, String type, String recorded) {
        Decision decision = with(policy("p", 1, ALWAYS, action));

        assertThat(decision.getClass().getSimpleName()).isEqualTo(type);
        assertThat(decision.action()).isEqualTo(recorded);
        assertThat(decision.policy()).isEqualTo("p");
    }

    @Test
    void decide_coachAcknowledged_masks() {
        PolicySet policies = PolicySet.of(List.of(policy("p", 1, ALWAYS, Action.COACH)));

        assertThat(Decider.decide(found(1), policies, true)).isInstanceOf(Decision.Mask.class);
        assertThat(Decider.decide(found(1), policies, true).policy()).isEqualTo("p");
    }

    @ParameterizedTest
    @EnumSource(value = Action.class, names = "COACH", mode = EnumSource.Mode.EXCLUDE)
    void decide_acknowledgedOtherAction_changesNothing(Action action) {
        PolicySet policies = PolicySet.of(List.of(policy("p", 1, ALWAYS, action)));

        assertThat(Decider.decide(found(1), policies, true).action()).isEqualTo(action.id());
    }

    @Test
    void decide_message_isThePolicysOrTheStandardOne() {
        Policy own = new Policy(Ids.next(), "p", true, 1, ALWAYS, Action.BLOCK, "our words");
        Policy blank = new Policy(Ids.next(), "p", true, 1, ALWAYS, Action.BLOCK, " ");

        assertThat(((Decision.Block) with(own)).message()).isEqualTo("our words");
        assertThat(((Decision.Block) with(blank)).message())
                .startsWith("A policy of your organisation");
    }

    @Test
    void firstMatch_priority_decidesThenTheName() {
        assertThat(
                        with(
                                        policy("b", 2, ALWAYS, Action.LOG),
                                        policy("a", 1, ALWAYS, Action.BLOCK))
                                .policy())
                .isEqualTo("a");
        assertThat(
                        with(
                                        policy("b", 1, ALWAYS, Action.LOG),
                                        policy("a", 1, ALWAYS, Action.BLOCK))
                                .policy())
                .isEqualTo("a");
    }

    @Test
    void firstMatch_disabled_isPassedOver() {
        Policy off = new Policy(Ids.next(), "off", false, 1, ALWAYS, Action.LOG, null);

        assertThat(with(off, policy("on", 9, ALWAYS, Action.BLOCK)).policy()).isEqualTo("on");
        assertThat(with(off)).isInstanceOf(Decision.Mask.class);
    }

    @Test
    void firstMatch_conditionsOfTheFirstFail_theNextIsAsked() {
        Conditions elsewhere = conditions(List.of("other"), List.of(), List.of(), List.of(), null);

        assertThat(
                        with(
                                        policy("a", 1, elsewhere, Action.LOG),
                                        policy("b", 2, ALWAYS, Action.BLOCK))
                                .policy())
                .isEqualTo("b");
    }

    /**
     * The request: platform acme, model gpt-9-mini, groups sales and staff, an e-mail, risk low.
     */
    @ParameterizedTest
    @CsvSource({
        "acme,,,,, true",
        "acm,,,,, false",
        "acme2,,,,, false",
        "ACME,,,,, false",
        "acme*,,,,, true",
        "ac*,,,,, true",
        "*,,,,, true",
        "*me,,,,, false",
        "x|acme,,,,, true",
        "x|y,,,,, false",
        ",sales,,,, true",
        ",all,,,, true",
        ",legal,,,, false",
        ",legal|staff,,,, true",
        ",legal|all,,,, true",
        ",sal*,,,, false",
        ",,gpt-9-mini,,, true",
        ",,gpt-9*,,, true",
        ",,gpt-9,,, false",
        ",,x|gpt-*,,, true",
        ",,,email,, true",
        ",,,iban,, false",
        ",,,iban|email,, true",
        ",,,,LOW, true",
        ",,,,MEDIUM, false",
        "acme,sales,gpt-*,email,LOW, true",
        "acme,sales,gpt-*,iban,LOW, false",
        "acme,legal,gpt-*,email,LOW, false",
        "x,sales,gpt-*,email,LOW, false",
        "acme,sales,x,email,LOW, false",
        "acme,sales,gpt-*,email,HIGH, false"
    })
    void hold_eachCondition_allMustAndAnyOfAList(
            @Nullable String platforms,
            @Nullable String groups,
            @Nullable String models,
            @Nullable String types,
            Risk.@Nullable Level level,
            boolean holds) {
        Conditions conditions =
                conditions(list(platforms), list(groups), list(models), list(types), level);

        assertThat(with(policy("p", 1, conditions, Action.BLOCK)) instanceof Decision.Block)
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "email,0.95,1,0.19",
        "email,1,2,0.36",
        "email,1,4,0.49",
        "payment_card,1,1,0.70",
        "fr_nir,1,2,0.91",
        "iban,0.5,1,0.25",
        "something_new,1,1,0.30",
        "payment_card,0,9,0.00"
    })
    void of_oneType_isWeightTimesConfidenceAndGrowsWithCount(
            String type, double confidence, int count, double score) {
        assertThat(Risk.of(List.of(new Classification(type, 1, confidence, count))).score())
                .isEqualTo(score);
    }

    @Test
    void of_severalTypes_areJoinedAsIndependentHarms() {
        assertThat(
                        Risk.of(
                                        List.of(
                                                new Classification("iban", 1, 1, 1),
                                                new Classification("payment_card", 1, 1, 1)))
                                .score())
                .isEqualTo(0.85);
        assertThat(Risk.of(List.of()).score()).isZero();
        assertThat(Risk.of(List.of(new Classification("fr_nir", 1, 1, 1_000_000))).score())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0,LOW",
        "0.29,LOW",
        "0.3,MEDIUM",
        "0.59,MEDIUM",
        "0.6,HIGH",
        "0.84,HIGH",
        "0.85,CRITICAL",
        "1,CRITICAL"
    })
    void level_atEachBorder_isTheHigherOne(double score, Risk.Level level) {
        assertThat(new Risk(score).level()).isEqualTo(level);
        assertThat(Risk.Level.of(level.id())).contains(level);
    }

    @Test
    void actionOf_names_areExact() {
        assertThat(Action.of("Block")).isEqualTo(Action.BLOCK);
        assertThat(Action.of("block")).isNull();
        assertThat(Risk.Level.of("HIGH")).isEmpty();
    }

    @SuppressWarnings("NullAway") // it does not see the annotation of a compact constructor
    private static Conditions conditions(
            List<String> platforms,
            List<String> groups,
            List<String> models,
            List<String> types,
            Risk.@Nullable Level level) {
        return new Conditions(platforms, groups, models, types, level);
    }

    private static List<String> list(@Nullable String values) {
        return values == null ? List.of() : List.of(values.split("\\|", -1));
    }

    private static Decision with(Policy... policies) {
        return Decider.decide(found(1), PolicySet.of(List.of(policies)), false);
    }

    private static Policy policy(String name, int priority, Conditions conditions, Action action) {
        return new Policy(Ids.next(), name, true, priority, conditions, action, null);
    }

    private static Classified found(int findings) {
        return classified(findings, Coverage.COMPLETE);
    }

    private static Classified classified(int findings, Coverage coverage) {
        Arrival.Understood arrival =
                (Arrival.Understood)
                        ChatCompletions.arrive(
                                new RequestHead("api", "", null, false),
                                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\"}]}"
                                        .getBytes(UTF_8));
        FindingType email = new FindingType("email", 1);
        return new Classified(
                new Admitted(
                        arrival.arrived(),
                        new Caller(
                                TenantId.DEFAULT, null, null, Set.of(), List.of("sales", "staff")),
                        new Destination(TenantId.DEFAULT, Ids.next(), "acme", "h", "gpt-9-mini"),
                        Ids.next(),
                        Instant.EPOCH),
                findings == 0
                        ? List.of(List.of())
                        : List.of(List.of(new Finding(email, 0, 4, 0.9, Finding.Reason.PATTERN))),
                findings == 0 ? List.of() : List.of(new Classification("email", 1, 0.9, findings)),
                coverage);
    }
}
