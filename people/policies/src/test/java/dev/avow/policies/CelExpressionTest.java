package dev.avow.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.decide.Expression;
import dev.avow.decide.Facts;
import dev.avow.decide.Risk;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B7: conditions in CEL, compiled when they are written, bounded, and closed where they fail. */
final class CelExpressionTest {

    private static Facts facts(List<String> groups) {
        return new Facts(
                "openai",
                "gpt-5",
                groups,
                Set.of("email", "iban"),
                new Risk(0.62),
                Instant.parse("2026-03-06T10:00:00Z"),
                Ids.next());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "platform == 'openai' && model.startsWith('gpt-')|true",
                "'iban' in finding_types && risk > 0.6|true",
                "risk_level == 'high'|true",
                "groups.exists(g, g == 'sales')|true",
                "size(finding_types) > 2|false",
                "now < timestamp('2026-01-01T00:00:00Z')|false",
                "now.getHours('Europe/Paris') == 11|true",
                "model.matches('^gpt-[0-9]+$')|true"
            })
    void holds_eachFact_isSeen(String source, boolean expected) {
        Expression expression = CelExpression.written(source);

        assertThat(expression.holds(facts(List.of("sales")))).isEqualTo(expected);
        assertThat(CelExpression.kept(source)).isEqualTo(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "risk >", "risk", "prompt == 'x'", "model.startsWith(1)", "1 + 'a'"})
    void written_wrong_isRefusedByField(String source) {
        assertThatThrownBy(() -> CelExpression.written(source))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        wrong ->
                                assertThat(wrong.fault().field())
                                        .contains("conditions.expression"));
        assertThatThrownBy(() -> CelExpression.kept(source).holds(facts(List.of())))
                .isInstanceOf(Expression.Failed.class);
    }

    /**
     * RE2 writes counts out; a list of texts, made ten times as long by each loop, fills a heap.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "model.matches('(((a{100}){100}){100}){2}')",
                "model.matches('a{1,1000}{10}')",
                "model.matches(platform)",
                "['aa'].map(x, x + x + x).exists(y, y == 'a')",
                "[[1, 2]].exists(a, [a, a].exists(b, b == a))"
            })
    @Timeout(60)
    void written_thatCouldCostMuch_isRefused(String source) {
        assertThatThrownBy(() -> CelExpression.written(source)).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> CelExpression.kept(source).holds(facts(List.of())))
                .isInstanceOf(Expression.Failed.class);
    }

    @Test
    void holds_divisionByZero_fails() {
        Expression expression = CelExpression.written("1 / (size(groups) - size(groups)) == 1");

        assertThatThrownBy(() -> expression.holds(facts(List.of("a"))))
                .isInstanceOf(Expression.Failed.class);
    }

    @Test
    @Timeout(60)
    void holds_loopsInLoops_stopAndFail() {
        Expression expression =
                CelExpression.written(
                        "groups.all(a, groups.all(b, groups.all(c, groups.all(d, a + b != c + d +"
                                + " 'x'))))");
        List<String> many = IntStream.range(0, 100).mapToObj(i -> "g" + i).toList();

        assertThatThrownBy(() -> expression.holds(facts(many)))
                .isInstanceOf(Expression.Failed.class);
    }

    @Test
    void written_tooLongOrTooDeep_isRefused() {
        assertThatThrownBy(() -> CelExpression.written("true" + " && true".repeat(200)))
                .isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> CelExpression.written("(".repeat(60) + "true" + ")".repeat(60)))
                .isInstanceOf(FaultException.class);
    }
}
