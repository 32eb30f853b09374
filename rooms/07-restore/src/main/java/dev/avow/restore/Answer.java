package dev.avow.restore;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonProblem;
import dev.avow.json.JsonSplice;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;

/** One JSON document of a provider: a whole answer, or one event of a stream. */
final class Answer {

    private Answer() {}

    static JsonDocument read(byte[] json) {
        JsonDocument document;
        try {
            document = JsonDocument.read(json);
        } catch (JsonProblem garbage) {
            throw invalid();
        }
        if (document.nodes().getFirst().kind() != Kind.OBJECT) {
            throw invalid();
        }
        return document;
    }

    private static RuntimeException invalid() {
        return Fault.of(
                        FaultCode.PROVIDER_INVALID_ANSWER,
                        "the provider's answer is no JSON object; nothing of it was passed on")
                .asException();
    }

    /** Whether a text is a tool call's arguments, which are JSON. */
    static boolean isArguments(JsonNode node) {
        return node.path().name().equals("arguments");
    }

    /**
     * A document with one more top-level member.
     *
     * @param value the member's value, JSON
     */
    static byte[] withMember(byte[] json, String member, byte[] value) {
        int brace = json.length - 1;
        while (json[brace] != '}') {
            brace--;
        }
        int before = brace - 1;
        while (json[before] <= ' ') {
            before--;
        }
        byte[] name = JsonSplice.quote(member);
        byte[] added = new byte[name.length + value.length + 2];
        int at = 0;
        if (json[before] != '{') {
            added[at++] = ',';
        }
        System.arraycopy(name, 0, added, at, name.length);
        at += name.length;
        added[at++] = ':';
        System.arraycopy(value, 0, added, at, value.length);
        at += value.length;
        return new JsonSplice(json)
                .replace(brace, brace, java.util.Arrays.copyOf(added, at))
                .finish();
    }
}
