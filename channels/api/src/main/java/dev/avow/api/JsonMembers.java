package dev.avow.api;

import dev.avow.json.JsonBrackets;
import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.json.JsonProblem;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads single members of a JSON object by their path. Immutable. */
final class JsonMembers {

    /** A word of a protocol: an id, a status, a code. No sentence fits. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}");

    private final byte[] bytes;
    private final List<JsonNode> nodes;

    private JsonMembers(JsonDocument document) {
        this.bytes = document.bytes();
        this.nodes = document.nodes();
    }

    /** Empty where it is no JSON object. */
    static Optional<JsonMembers> read(byte[] json) {
        try {
            JsonDocument document = JsonDocument.read(json);
            return document.nodes().getFirst().kind() == Kind.OBJECT
                    ? Optional.of(new JsonMembers(document))
                    : Optional.empty();
        } catch (JsonProblem garbage) {
            return Optional.empty();
        }
    }

    /**
     * Refuses an object with members that nobody knows, or one that stands twice.
     *
     * @throws dev.avow.words.FaultException that names the member where it is a plain word
     */
    void requireOnly(Set<String> known) {
        Set<String> seen = new java.util.HashSet<>();
        for (JsonNode node : nodes) {
            JsonPath path = node.path();
            if (node.kind() != Kind.NAME || path.depth() != 1) {
                continue;
            }
            if (!known.contains(path.name())) {
                throw Fault.of(
                                FaultCode.UNKNOWN_FIELD,
                                path
                                        + " is not known here; there are "
                                        + known.stream().sorted().toList(),
                                path.toString())
                        .asException();
            }
            if (!seen.add(path.name())) {
                throw Fault.of(
                                FaultCode.INVALID_VALUE,
                                path + " stands twice; send it once",
                                path.toString())
                        .asException();
            }
        }
    }

    private Optional<JsonNode> at(Predicate<JsonNode> kind, String... names) {
        return nodes.stream()
                .filter(node -> node.path().depth() == names.length && kind.test(node))
                .filter(node -> isAt(node.path(), names))
                .findFirst();
    }

    private static boolean isAt(JsonPath path, String... names) {
        for (int i = 0; i < names.length; i++) {
            if (!path.at(i + 1).name().equals(names[i])) {
                return false;
            }
        }
        return true;
    }

    /** A string. */
    Optional<String> text(String... names) {
        return at(node -> node.kind() == Kind.STRING, names).map(JsonNode::text);
    }

    /** A string that is a word of a protocol. */
    Optional<String> word(String... names) {
        return text(names).filter(text -> WORD.matcher(text).matches());
    }

    /** A whole number that is not negative. */
    Optional<Long> number(String... names) {
        return at(node -> node.kind() == Kind.NUMBER, names)
                .map(JsonNode::text)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    /** Whether a member is there and is not null. */
    boolean has(String... names) {
        return at(node -> node.kind() != Kind.NAME && node.kind() != Kind.NULL, names).isPresent();
    }

    /** Whether a member is there and is {@code true}. */
    boolean isTrue(String... names) {
        return at(node -> node.kind() == Kind.BOOLEAN && node.text().equals("true"), names)
                .isPresent();
    }

    /** The bytes of a member that is an object. */
    Optional<byte[]> object(String... names) {
        return at(node -> node.kind() == Kind.OBJECT, names)
                .map(node ->
                        Arrays.copyOfRange(
                                bytes, node.start(), JsonBrackets.closed(bytes, node.end(), 1)));
    }

    /** The bytes of those elements of an array that are objects, in their order. */
    List<byte[]> objectsIn(String name) {
        return nodes.stream()
                .filter(node -> node.kind() == Kind.OBJECT)
                .filter(node ->
                        node.path().depth() == 2
                                && node.path().index() >= 0
                                && isAt(node.path(), name))
                .map(node ->
                        Arrays.copyOfRange(
                                bytes, node.start(), JsonBrackets.closed(bytes, node.end(), 1)))
                .toList();
    }

    /** The names of an object's members, in their order. */
    List<String> namesIn(String... names) {
        return nodes.stream()
                .filter(node -> node.kind() == Kind.NAME)
                .filter(node -> node.path().depth() == names.length + 1 && isAt(node.path(), names))
                .map(JsonNode::text)
                .distinct()
                .toList();
    }

    /** How many elements an array has. */
    int elements(String... names) {
        return (int)
                nodes.stream()
                        .filter(node -> node.kind() != Kind.NAME)
                        .filter(node ->
                                node.path().depth() == names.length + 1
                                        && node.path().index() >= 0
                                        && isAt(node.path(), names))
                        .count();
    }

    /** The strings of an array, in their order. */
    List<String> texts(String name) {
        return nodes.stream()
                .filter(node -> node.kind() == Kind.STRING)
                .filter(node ->
                        node.path().depth() == 2
                                && node.path().index() >= 0
                                && isAt(node.path(), name))
                .map(JsonNode::text)
                .toList();
    }

    /** A member of an array's element: its text, or its digits. */
    Optional<JsonNode> ofElement(int index, String member, String... names) {
        return nodes.stream()
                .filter(node -> node.kind() == Kind.STRING || node.kind() == Kind.NUMBER)
                .filter(node ->
                        node.path().depth() == names.length + 2
                                && node.path().name().equals(member)
                                && node.path().at(names.length + 1).index() == index
                                && isAt(node.path(), names))
                .findFirst();
    }

    static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }

    /** Prints the number of values, nothing of them. */
    @Override
    public String toString() {
        return "JsonMembers of " + nodes.size();
    }
}
