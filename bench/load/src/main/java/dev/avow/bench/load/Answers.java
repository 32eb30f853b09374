package dev.avow.bench.load;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the fake model says: OpenAI-shaped, of a fixed size, and repeating the pseudonyms it was
 * given, so that a gateway that masks has something to restore. In a stream each pseudonym is cut
 * in two, because that is the hard case.
 */
final class Answers {
    /** The last words of every answer; an answer without them was cut short. */
    static final String END = "end-of-answer";

    private static final Pattern PSEUDONYM = Pattern.compile("\\[[A-Z][A-Z_]*_\\d+]");
    private static final int MOST_PSEUDONYMS = 8;
    private static final int JSON_BYTES = 1024;
    private static final String[] WORDS = {
        "the ", "delivery ", "was ", "moved ", "to ", "Tuesday ", "and ", "we ", "will ", "confirm "
    };

    private Answers() {}

    /** The pseudonyms in a request body, each once, in order of appearance, at most eight. */
    static List<String> pseudonyms(String body) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = PSEUDONYM.matcher(body);
        while (found.size() < MOST_PSEUDONYMS && matcher.find()) {
            found.add(matcher.group());
        }
        return List.copyOf(found);
    }

    /** A whole chat completion of about 1 KB. */
    static String json(List<String> pseudonyms) {
        String head =
                """
                {"id":"chatcmpl-bench","object":"chat.completion","created":1767225600,\
                "model":"gpt-bench","choices":[{"index":0,"message":{"role":"assistant",\
                "content":"Noted\
                """;
        String tail =
                END
                        + """
                        "},"finish_reason":"stop"}],"usage":{"prompt_tokens":480,\
                        "completion_tokens":180,"total_tokens":660}}\
                        """;
        StringBuilder text = new StringBuilder(JSON_BYTES + 64).append(head);
        pseudonyms.forEach(pseudonym -> text.append(' ').append(pseudonym));
        text.append(' ');
        for (int i = 0; text.length() < JSON_BYTES - tail.length(); i++) {
            text.append(WORDS[i % WORDS.length]);
        }
        return text.append(tail).toString();
    }

    /** The server-sent events of a stream: {@code chunks} of content, a finish, {@code [DONE]}. */
    static List<String> events(List<String> pseudonyms, int chunks, boolean withUsage) {
        List<String> pieces = new ArrayList<>(chunks);
        for (String pseudonym : pseudonyms) {
            int cut = pseudonym.length() / 2;
            pieces.add(pseudonym.substring(0, cut));
            pieces.add(pseudonym.substring(cut) + " ");
        }
        while (pieces.size() < chunks - 1) {
            pieces.add(WORDS[pieces.size() % WORDS.length]);
        }
        pieces.add(END);
        List<String> events = new ArrayList<>(chunks + 3);
        pieces.forEach(piece -> events.add(event("{\"content\":\"" + piece + "\"}", "null")));
        events.add(event("{}", "\"stop\""));
        if (withUsage) {
            events.add(
                    """
                    data: {"id":"chatcmpl-bench","object":"chat.completion.chunk",\
                    "created":1767225600,"model":"gpt-bench","choices":[],"usage":\
                    {"prompt_tokens":480,"completion_tokens":50,"total_tokens":530}}

                    """);
        }
        events.add("data: [DONE]\n\n");
        return events;
    }

    private static String event(String delta, String finish) {
        return "data: {\"id\":\"chatcmpl-bench\",\"object\":\"chat.completion.chunk\","
                + "\"created\":1767225600,\"model\":\"gpt-bench\",\"choices\":[{\"index\":0,"
                + "\"delta\":"
                + delta
                + ",\"finish_reason\":"
                + finish
                + "}]}\n\n";
    }
}
