package dev.avow.policies;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an expression may not do, so that its length bounds its cost: loops go over what a request
 * has, not over lists that loops before them made (each could multiply its text by ten); and a
 * regular expression stands in the expression, with few counts, since RE2 writes {@code
 * (a{100}){100}} out in full.
 */
final class CelBounds {

    private static final Set<String> LISTS = Set.of("groups", "finding_types");

    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    /** Characters of a regular expression, times all its counts. */
    private static final long MOST_WRITTEN_OUT = 5_000;

    private CelBounds() {}

    /** What is wrong with an expression; empty where nothing is. */
    static Optional<String> wrong(CelAbstractSyntaxTree ast) {
        return CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .flatMap(each -> wrong(each).stream())
                .findFirst();
    }

    private static Optional<String> wrong(CelExpr expr) {
        if (expr.getKind() == Kind.COMPREHENSION) {
            CelExpr range = expr.comprehension().iterRange();
            return range.getKind() == Kind.IDENT && LISTS.contains(range.ident().name())
                    ? Optional.empty()
                    : Optional.of("a loop goes over groups or finding_types");
        }
        if (expr.getKind() == Kind.CALL && expr.call().function().equals("matches")) {
            CelExpr pattern = expr.call().args().getLast();
            return pattern.getKind() == Kind.CONSTANT
                            && pattern.constant().getKind() == CelConstant.Kind.STRING_VALUE
                    ? wrong(pattern.constant().stringValue())
                    : Optional.of("matches takes a regular expression in quotes");
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(String pattern) {
        long writtenOut = pattern.length();
        Matcher counts = COUNT.matcher(pattern);
        while (counts.find() && writtenOut <= MOST_WRITTEN_OUT) {
            writtenOut *= Math.max(1, Math.max(number(counts.group(1)), number(counts.group(2))));
        }
        return writtenOut <= MOST_WRITTEN_OUT
                ? Optional.empty()
                : Optional.of("this regular expression repeats too much; use fewer counts {n}");
    }

    private static long number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
