package dev.avow.policies;

import dev.avow.decide.Expression;
import dev.avow.decide.Facts;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition in the Common Expression Language (cel-spec, by Google's cel-java): without loops but
 * those over lists, without side effects. Compiled when it is written, so that a mistake is said
 * then. Its cost is bounded by its length (1,000 characters), its depth, the number of steps of all
 * its loops together (1,000) and {@link CelBounds}; {@code matches} is linear in the text (RE2).
 *
 * <p>It sees {@code platform}, {@code model}, {@code risk_level} (strings), {@code groups}, {@code
 * finding_types} (lists of strings), {@code risk} (0 to 1) and {@code now} (a timestamp). One that
 * cannot be read or evaluated fails, so that nothing leaves.
 */
public final class CelExpression implements Expression {

    private static final int LONGEST = 1_000;
    private static final int MOST_STEPS = 1_000;
    private static final int DEEPEST = 32;

    private static final CelOptions OPTIONS =
            CelOptions.current()
                    .maxExpressionCodePointSize(LONGEST)
                    .maxParseRecursionDepth(DEEPEST)
                    .comprehensionMaxIterations(MOST_STEPS)
                    .evaluateCanonicalTypesToNativeValues(true)
                    .build();

    private static final CelCompiler COMPILER =
            CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(OPTIONS)
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                    .addVar("platform", SimpleType.STRING)
                    .addVar("model", SimpleType.STRING)
                    .addVar("groups", ListType.create(SimpleType.STRING))
                    .addVar("finding_types", ListType.create(SimpleType.STRING))
                    .addVar("risk", SimpleType.DOUBLE)
                    .addVar("risk_level", SimpleType.STRING)
                    .addVar("now", SimpleType.TIMESTAMP)
                    .setResultType(SimpleType.BOOL)
                    .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final String source;
    private final CelRuntime.@Nullable Program program;

    private CelExpression(String source, CelRuntime.@Nullable Program program) {
        this.source = source;
        this.program = program;
    }

    /**
     * Compiles one that somebody writes.
     *
     * @throws dev.avow.words.FaultException INVALID_VALUE for {@code conditions.expression}, with
     *     the compiler's reason: it quotes the expression, which is the writer's own
     */
    public static CelExpression written(String source) {
        if (source.isBlank() || source.codePointCount(0, source.length()) > LONGEST) {
            throw wrong("an expression has 1 to " + LONGEST + " characters");
        }
        try {
            CelAbstractSyntaxTree ast = COMPILER.compile(source).getAst();
            CelBounds.wrong(ast)
                    .ifPresent(reason -> {
                        throw wrong(reason);
                    });
            return new CelExpression(source, RUNTIME.createProgram(ast));
        } catch (CelValidationException mistake) {
            throw wrong(firstLine(String.valueOf(mistake.getMessage())));
        } catch (CelEvaluationException mistake) {
            throw wrong("this expression cannot be run");
        }
    }

    /** One that was written before. Where it can no longer be read, it fails when it is asked. */
    static CelExpression kept(String source) {
        try {
            CelAbstractSyntaxTree ast = COMPILER.compile(source).getAst();
            return new CelExpression(
                    source, CelBounds.wrong(ast).isEmpty() ? RUNTIME.createProgram(ast) : null);
        } catch (CelValidationException | CelEvaluationException otherVersion) {
            return new CelExpression(source, null);
        }
    }

    private static RuntimeException wrong(String message) {
        return Fault.of(FaultCode.INVALID_VALUE, message, "conditions.expression").asException();
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public boolean holds(Facts facts) {
        if (program == null) {
            throw new Failed();
        }
        try {
            Object told =
                    program.eval(
                            Map.of(
                                    "platform", facts.platform(),
                                    "model", facts.model(),
                                    "groups", facts.groups(),
                                    "finding_types", List.copyOf(facts.findingTypes()),
                                    "risk", facts.risk().score(),
                                    "risk_level", facts.risk().level().id(),
                                    "now", facts.at()));
            return told instanceof Boolean holds && holds;
        } catch (CelEvaluationException | RuntimeException noAnswer) {
            // Its message could quote what a user wrote as a model's name.
            throw new Failed();
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CelExpression that && that.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return "CelExpression of " + source.length() + " chars";
    }
}
