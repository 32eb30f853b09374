package dev.avow.mirror;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;

/**
 * What of a request the mirror looks at.
 *
 * @param text the last user message as it left: its content, or its text parts joined by line
 *     feeds; empty where there is none
 * @param chars of all strings in the messages, for counting tokens
 * @param includeUsage whether a stream is to end with its usage
 */
record Question(String text, int chars, boolean includeUsage) {

    static Question read(JsonDocument request) {
        int last = lastOfUser(request);
        StringBuilder text = new StringBuilder();
        int chars = 0;
        boolean usage = false;
        for (JsonNode node : request.nodes()) {
            JsonPath path = node.path();
            if (node.kind() == Kind.BOOLEAN && isIncludeUsage(path)) {
                usage = node.text().equals("true");
            } else if (node.kind() == Kind.STRING && inMessages(path)) {
                chars += node.text().length();
                if (path.at(2).index() == last && isText(path)) {
                    text.append(text.isEmpty() ? "" : "\n").append(node.text());
                }
            }
        }
        return new Question(text.toString(), chars, usage);
    }

    private static int lastOfUser(JsonDocument request) {
        int last = -1;
        for (JsonNode node : request.nodes()) {
            JsonPath path = node.path();
            if (node.kind() == Kind.STRING
                    && path.depth() == 3
                    && inMessages(path)
                    && path.name().equals("role")
                    && node.text().equals("user")) {
                last = path.at(2).index();
            }
        }
        return last;
    }

    private static boolean inMessages(JsonPath path) {
        return path.depth() >= 3 && path.at(1).isTopLevel("messages");
    }

    /** {@code messages[i].content} or {@code messages[i].content[j].text}. */
    private static boolean isText(JsonPath path) {
        return path.at(3).name().equals("content")
                && (path.depth() == 3 || (path.depth() == 5 && path.name().equals("text")));
    }

    private static boolean isIncludeUsage(JsonPath path) {
        return path.depth() == 2
                && path.at(1).isTopLevel("stream_options")
                && path.name().equals("include_usage");
    }

    /** Prints lengths, never text. */
    @Override
    public String toString() {
        return "Question of " + text.length() + " chars";
    }
}
