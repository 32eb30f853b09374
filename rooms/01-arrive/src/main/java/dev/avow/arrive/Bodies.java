package dev.avow.arrive;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.json.JsonProblem;
import dev.avow.json.JsonTokens;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FormFiles;
import dev.avow.words.Route;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Room 01 for every route whose body is one JSON document. Pure and safe for any thread. */
public final class Bodies {

    /** A model's name is kept in the record, so it must not be a place for text. */
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+-]{0,199}");

    /** Some thirty megabytes when read, whatever the body's size and nesting. */
    private static final int MOST_TOKENS = 200_000;

    private Bodies() {}

    /** Understands a body, or says which field is wrong and what is wanted. */
    public static Arrival arrive(Route route, RequestHead head, byte[] body) {
        return arrive(route, head, body, FormFiles.NONE);
    }

    /** The same for a form: its fields are the body. */
    public static Arrival arrive(Route route, RequestHead head, byte[] body, FormFiles files) {
        try {
            JsonTokens tokens = new JsonTokens(MOST_TOKENS);
            return read(route, head, JsonDocument.read(body, tokens), tokens, files);
        } catch (JsonProblem problem) {
            FaultCode code =
                    switch (problem.kind()) {
                        case MALFORMED -> FaultCode.MALFORMED_JSON;
                        case INVALID_UTF8 -> FaultCode.INVALID_UTF8;
                        case TOO_MANY -> FaultCode.INVALID_VALUE;
                    };
            return new Arrival.Refused(Fault.of(code, String.valueOf(problem.getMessage())));
        }
    }

    private static Arrival read(
            Route route,
            RequestHead head,
            JsonDocument document,
            JsonTokens tokens,
            FormFiles files)
            throws JsonProblem {
        if (document.nodes().getFirst().kind() != Kind.OBJECT) {
            return new Arrival.Refused(
                    Fault.of(FaultCode.INVALID_VALUE, "the body must be a JSON object"));
        }
        Common common = new Common();
        AnswerLimit limit = new AnswerLimit(route);
        RouteTable table = RouteTable.of(route);
        BodyRules rules = table.rules().get();
        for (JsonNode node : document.nodes()) {
            if (node.kind() == Kind.NAME) {
                continue;
            }
            limit.see(node);
            Fault wrong = Governed.wrongSpelling(node.path());
            wrong = wrong == null ? common.see(node) : wrong;
            wrong = wrong == null ? rules.see(node, node.path()) : wrong;
            wrong = wrong == null ? KeptFiles.see(node, node.path(), route) : wrong;
            if (wrong != null) {
                return new Arrival.Refused(wrong);
            }
        }
        JsonNode model = common.model;
        if (model == null) {
            return new Arrival.Refused(
                    BodyRules.missing("model", "name a model, such as avow/mirror"));
        }
        Fault missing = rules.missing();
        if (missing != null) {
            return new Arrival.Refused(missing);
        }
        Fault unfit = FormSegments.refuse(files, document);
        if (unfit != null) {
            return new Arrival.Refused(unfit);
        }
        List<Segment> segments = Segments.of(table, document, tokens);
        return new Arrival.Understood(
                new Arrived(
                        route,
                        head,
                        document.withoutNodes(),
                        model.text(),
                        model.start(),
                        model.end(),
                        common.streamed,
                        limit.room(),
                        files.isForm()
                                ? FormSegments.with(segments, files, document, route)
                                : segments,
                        files,
                        common.answerForm(route)));
    }

    /** What the bodies of all routes have. */
    private static final class Common {
        private @Nullable JsonNode model;
        private boolean streamed;
        private boolean streamSeen;
        private String format = "";

        private @Nullable Fault see(JsonNode node) {
            JsonPath path = node.path();
            if (path.isTopLevel("model")) {
                if (model != null) {
                    return BodyRules.twice(path);
                }
                if (node.kind() != Kind.STRING || !MODEL.matcher(node.text()).matches()) {
                    return BodyRules.wrong(
                            path, "a model's name of at most 200 characters, such as avow/mirror");
                }
                model = node;
            } else if (path.isTopLevel("stream")) {
                if (streamSeen) {
                    return BodyRules.twice(path);
                }
                if (node.kind() != Kind.BOOLEAN && node.kind() != Kind.NULL) {
                    return BodyRules.wrong(path, "true or false");
                }
                streamSeen = true;
                streamed = node.text().equals("true");
            } else if (path.isTopLevel("response_format") && node.kind() == Kind.STRING) {
                if (!format.isEmpty()) {
                    return BodyRules.twice(path);
                }
                format = node.text();
            }
            return null;
        }

        private AnswerForm answerForm(Route route) {
            return route == Route.TRANSCRIPTIONS || route == Route.TRANSLATIONS
                    ? AnswerForm.ofTranscript(format)
                    : AnswerForm.of(route);
        }
    }
}
