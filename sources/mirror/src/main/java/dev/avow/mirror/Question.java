package dev.avow.mirror;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.words.Route;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a request the mirror looks at.
 *
 * @param text the last user message as it left: its content, or its text parts joined by line
 *     feeds; empty where there is none
 * @param chars of all strings in the messages, for counting tokens
 * @param includeUsage whether a stream is to end with its usage
 */
record Question(String text, int chars, boolean includeUsage) {

    /**
     * Sizes of a stream's pieces in turn: none fits a word, so that pseudonyms are cut anywhere.
     */
    private static final int[] PIECES = {1, 7, 3, 11, 5, 2, 13};

    /** Reads what was asked by a route: its messages, or the items of its input. */
    static Question read(JsonDocument request, Route route) {
        String root = route == Route.RESPONSES ? "input" : "messages";
        int last = lastOfUser(request, root);
        StringBuilder text = new StringBuilder();
        int chars = 0;
        boolean usage = false;
        for (JsonNode node : request.nodes()) {
            JsonPath path = node.path();
            if (node.kind() == Kind.BOOLEAN && isIncludeUsage(path)) {
                usage = node.text().equals("true");
            } else if (node.kind() == Kind.STRING && path.isTopLevel(root)) {
                chars += node.text().length();
                text.append(node.text());
            } else if (node.kind() == Kind.STRING && isIn(root, path)) {
                chars += node.text().length();
                if (path.at(2).index() == last && isText(path)) {
                    text.append(text.isEmpty() ? "" : "\n").append(node.text());
                }
            }
        }
        return new Question(text.toString(), chars, usage);
    }

    private static int lastOfUser(JsonDocument request, String root) {
        int last = -1;
        for (JsonNode node : request.nodes()) {
            JsonPath path = node.path();
            if (node.kind() == Kind.STRING
                    && path.depth() == 3
                    && isIn(root, path)
                    && path.name().equals("role")
                    && node.text().equals("user")) {
                last = path.at(2).index();
            }
        }
        return last;
    }

    private static boolean isIn(String root, JsonPath path) {
        return path.depth() >= 3 && path.at(1).isTopLevel(root);
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

    /**
     * The text in pieces, never between the halves of a surrogate pair: half of one is no UTF-8.
     */
    List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; start < text.length(); i++) {
            int end = Math.min(text.length(), start + PIECES[i % PIECES.length]);
            if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
                end++;
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }

    /** Four characters to a token, the usual rule of thumb for English. */
    int tokensIn() {
        return (chars + 3) / 4;
    }

    /** As many as the answer, which is the text, has. */
    int tokensOut() {
        return (text.length() + 3) / 4;
    }

    /** Prints lengths, never text. */
    @Override
    public String toString() {
        return "Question of " + text.length() + " chars";
    }
}
