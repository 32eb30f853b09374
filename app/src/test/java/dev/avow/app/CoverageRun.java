package dev.avow.app;

import dev.avow.decide.MaskMode;
import dev.avow.words.Route;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One body that has all parts of a route, through a running Avow.
 *
 * @param left what reached the provider, with what it held in base64 added in the clear
 * @param said what the caller was told, which is the body as it left with originals put back; empty
 *     on routes that answer with numbers
 * @param receipt the prompt as the receipt shows it; null where there is no place for one
 */
record CoverageRun(String left, String said, @Nullable String receipt) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{20,}={0,2}");

    static boolean answersWithText(Route route) {
        return switch (route) {
            case CHAT_COMPLETIONS,
                    RESPONSES,
                    MESSAGES,
                    IMAGE_GENERATIONS,
                    IMAGE_EDITS,
                    IMAGE_VARIATIONS,
                    TRANSCRIPTIONS,
                    TRANSLATIONS,
                    RERANK ->
                    true;
            case EMBEDDINGS, COUNT_TOKENS, SPEECH -> false;
        };
    }

    static boolean streams(Route route) {
        return EnumSet.of(Route.CHAT_COMPLETIONS, Route.RESPONSES, Route.MESSAGES).contains(route);
    }

    /** Sound has no place for one. */
    static boolean hasReceipt(Route route) {
        return route != Route.SPEECH;
    }

    static CoverageRun of(Installation avow, Route route, boolean streamed, MaskMode mode) {
        String provider = route.api() == Route.Api.ANTHROPIC ? "claude" : "fake";
        String begin =
                "{\"model\":\"%s/parrot-%s\",%s"
                        .formatted(provider, mode.id(), streamed ? "\"stream\":true," : "");
        String body =
                CoverageBodies.body(route, part -> new CoverageValue(part).written())
                        .strip()
                        .replaceFirst("\\{", Matcher.quoteReplacement(begin));
        String url = avow.url() + "/v1" + route.path();
        Http.Answer answer =
                route.takesForms()
                        ? Form.of(JSON.readTree(body)).post(url, avow.modelsKey())
                        : Http.post(
                                url,
                                avow.modelsKey(),
                                HttpRequest.BodyPublishers.ofString(body),
                                "Avow-Receipt",
                                "full");
        if (answer.status() != 200) {
            throw new AssertionError("answered with " + answer.status() + ": " + answer.body());
        }
        String left = avow.provider().log().lastWith("\"parrot-" + mode.id() + "\"").body();
        return new CoverageRun(
                left + inBase64(left),
                said(route, streamed, answer),
                hasReceipt(route) ? receipt(answer) : null);
    }

    /** The same as the one line of a batch, or the one request of a message batch. */
    static CoverageRun inBatch(Installation avow, Route route, MaskMode mode) {
        boolean messages = route == Route.MESSAGES;
        String begin =
                "{\"model\":\"%s/parrot-%s\",".formatted(messages ? "claude" : "fake", mode.id());
        JsonNode body =
                JSON.readTree(
                        CoverageBodies.body(route, part -> new CoverageValue(part).written())
                                .strip()
                                .replaceFirst("\\{", Matcher.quoteReplacement(begin)));
        JsonNode answer =
                messages
                        ? MessageBatch.of(avow.url(), avow.modelsKey())
                                .request("a", body)
                                .run()
                                .results()
                                .at("/a/message")
                        : Batch.of(avow, avow.modelsKey(), route)
                                .line("a", body)
                                .run()
                                .answers()
                                .at("/a/response/body");
        String left = avow.provider().log().lastWith("\"parrot-" + mode.id() + "\"").body();
        return new CoverageRun(left + inBase64(left), said(route, answer), null);
    }

    /** The same as a file that a request names: what left is the file, what is said tells it. */
    static CoverageRun named(Installation avow, CoverageFiles file, MaskMode mode) {
        String model = "fake/parrot-" + mode.id();
        String unique = "unique" + System.nanoTime();
        Named named = Named.upload(avow, "user_data", file.fileName(), file.content(unique), model);
        if (named.uploaded().status() != 200) {
            throw new AssertionError("answered with " + named.uploaded().body());
        }
        String left = avow.provider().log().lastWith(unique).body();
        Http.Answer answer = named.named(Route.RESPONSES, model, "read it");
        if (answer.status() != 200) {
            throw new AssertionError("answered with " + answer.status() + ": " + answer.body());
        }
        return new CoverageRun(left, said(Route.RESPONSES, false, answer), null);
    }

    private static String inBase64(String text) {
        StringBuilder clear = new StringBuilder();
        Matcher found = BASE64.matcher(text);
        while (found.find()) {
            try {
                byte[] bytes = Base64.getDecoder().decode(found.group());
                clear.append('\n').append(new String(bytes, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException noBase64) {
                // Then nothing is hidden in it.
            }
        }
        return clear.toString();
    }

    private static String said(Route route, JsonNode answer) {
        return answersWithText(route) ? answer.at(place(route, false)).stringValue() : "";
    }

    private static String place(Route route, boolean streamed) {
        return switch (route) {
            case CHAT_COMPLETIONS ->
                    streamed ? "/choices/0/delta/content" : "/choices/0/message/content";
            case IMAGE_GENERATIONS, IMAGE_EDITS, IMAGE_VARIATIONS -> "/data/0/revised_prompt";
            case TRANSCRIPTIONS, TRANSLATIONS -> "/text";
            case RERANK -> "/results/0/document/text";
            case RESPONSES -> streamed ? "/delta" : "/output/0/content/0/text";
            default -> streamed ? "/delta/text" : "/content/0/text";
        };
    }

    static String said(Route route, boolean streamed, Http.Answer answer) {
        if (!answersWithText(route)) {
            return "";
        }
        if (!streamed) {
            return said(route, answer.json());
        }
        String place = place(route, true);
        StringBuilder said = new StringBuilder();
        answer.body()
                .lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> JSON.readTree(line.substring(6)).at(place))
                .filter(JsonNode::isString)
                .forEach(piece -> said.append(piece.stringValue()));
        return said.toString();
    }

    private static String receipt(Http.Answer answer) {
        return answer.body()
                .lines()
                .map(line -> line.startsWith("data: ") ? line.substring(6) : line)
                .filter(line -> line.contains("\"avow\":"))
                .map(line -> JSON.readTree(line).at("/avow/text").asString(""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no receipt came"));
    }
}
