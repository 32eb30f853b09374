package dev.avow.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON document as its bytes and a flat list of what stands where, so that single strings can be
 * replaced while every other byte stays as it came (unknown fields, order, white space, number
 * forms).
 *
 * <p>Only UTF-8 is taken (RFC 8259, section 8.1). Jackson would also guess UTF-16 and UTF-32 from
 * zero bytes, where its byte offsets mean nothing; a zero byte is therefore refused before it
 * looks.
 */
public final class JsonDocument {

    private static final int DEEPEST = 200;

    /**
     * Each costs some hundred bytes here, so that a few megabytes of brackets could fill a heap.
     */
    private static final int MOST_TOKENS = 2_000_000;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNumberLength(1_000)
                                    .maxNameLength(50_000)
                                    .build())
                    .build();

    private final byte[] bytes;
    private final List<JsonNode> nodes;

    private JsonDocument(byte[] bytes, List<JsonNode> nodes) {
        this.bytes = bytes;
        this.nodes = nodes;
    }

    /**
     * Reads a whole document.
     *
     * @param bytes kept, not copied; the caller must not change them afterwards
     * @throws JsonProblem where they are not one well-formed value in UTF-8, nested 200 deep and of
     *     two million values and names at most; also where a name holds a lone surrogate
     */
    public static JsonDocument read(byte[] bytes) throws JsonProblem {
        return read(bytes, new JsonTokens(MOST_TOKENS));
    }

    /**
     * Reads a whole document at the cost of what several documents may hold together, such as a
     * request and those that stand inside its strings.
     *
     * @param bytes kept, not copied; the caller must not change them afterwards
     * @param tokens every value and name read is taken from these, also where the reading fails
     * @throws JsonProblem as {@link #read(byte[])}, and {@link JsonProblem.Kind#TOO_MANY} where
     *     there are no tokens left
     */
    public static JsonDocument read(byte[] bytes, JsonTokens tokens) throws JsonProblem {
        byte[] plain = withoutByteOrderMark(bytes);
        requireUtf8(plain);
        List<JsonNode> nodes = new ArrayList<>(64);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), plain)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonProblem(JsonProblem.Kind.MALFORMED, "the body is empty");
            }
            new Reading(parser, plain, nodes, tokens).value(first, JsonPath.ROOT);
            if (parser.nextToken() != null) {
                throw new JsonProblem(
                        JsonProblem.Kind.MALFORMED, "something follows the end of the JSON value");
            }
        } catch (JacksonException malformed) {
            throw new JsonProblem(JsonProblem.Kind.MALFORMED, describe(malformed));
        }
        return new JsonDocument(plain, nodes);
    }

    private static String describe(JacksonException malformed) {
        if (malformed instanceof StreamReadException && malformed.getLocation() != null) {
            TokenStreamLocation at = malformed.getLocation();
            return "the JSON is malformed at line "
                    + at.getLineNr()
                    + ", column "
                    + at.getColumnNr();
        }
        return "the JSON is nested too deep, or holds too long a name or number";
    }

    private static byte[] withoutByteOrderMark(byte[] bytes) {
        boolean marked =
                bytes.length >= 3
                        && bytes[0] == (byte) 0xEF
                        && bytes[1] == (byte) 0xBB
                        && bytes[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    private static void requireUtf8(byte[] bytes) throws JsonProblem {
        boolean ascii = true;
        for (byte b : bytes) {
            if (b <= 0) {
                if (b == 0) {
                    throw new JsonProblem(
                            JsonProblem.Kind.INVALID_UTF8,
                            "the body holds a zero byte; send UTF-8");
                }
                ascii = false;
            }
        }
        if (!ascii) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            } catch (CharacterCodingException invalid) {
                throw new JsonProblem(JsonProblem.Kind.INVALID_UTF8, "the body is not valid UTF-8");
            }
        }
    }

    /** Every value and name in the order in which they stand. Not to be changed. */
    public List<JsonNode> nodes() {
        return java.util.Collections.unmodifiableList(nodes);
    }

    /** The document's bytes. Not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * The same bytes without the list of what stands where, which takes many times their memory.
     */
    public JsonDocument withoutNodes() {
        return new JsonDocument(bytes, List.of());
    }

    /** Prints the length, never the text. */
    @Override
    public String toString() {
        return "JSON of " + bytes.length + " bytes";
    }

    /** One walk over the tokens, by recursion no deeper than {@link #DEEPEST}. */
    private static final class Reading {

        private final JsonParser parser;
        private final byte[] bytes;
        private final List<JsonNode> nodes;
        private final JsonTokens tokens;

        Reading(JsonParser parser, byte[] bytes, List<JsonNode> nodes, JsonTokens tokens) {
            this.parser = parser;
            this.bytes = bytes;
            this.nodes = nodes;
            this.tokens = tokens;
        }

        void value(JsonToken token, JsonPath path) throws JsonProblem {
            int start = (int) parser.currentTokenLocation().getByteOffset();
            switch (token) {
                case START_OBJECT -> {
                    add(JsonNode.Kind.OBJECT, path, start, start + 1, "");
                    object(path);
                }
                case START_ARRAY -> {
                    add(JsonNode.Kind.ARRAY, path, start, start + 1, "");
                    array(path);
                }
                case VALUE_STRING -> {
                    String text = parser.getString();
                    add(JsonNode.Kind.STRING, path, start, endOfString(start), text);
                }
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                    String digits = parser.getString();
                    add(JsonNode.Kind.NUMBER, path, start, start + digits.length(), digits);
                }
                case VALUE_TRUE -> add(JsonNode.Kind.BOOLEAN, path, start, start + 4, "true");
                case VALUE_FALSE -> add(JsonNode.Kind.BOOLEAN, path, start, start + 5, "false");
                default -> add(JsonNode.Kind.NULL, path, start, start + 4, "");
            }
        }

        private void object(JsonPath path) throws JsonProblem {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                int start = (int) parser.currentTokenLocation().getByteOffset();
                String name = parser.currentName();
                JsonPath member = path.member(name);
                add(JsonNode.Kind.NAME, member, start, endOfString(start), name);
                value(parser.nextToken(), member);
            }
        }

        private void array(JsonPath path) throws JsonProblem {
            int index = 0;
            for (JsonToken token = parser.nextToken();
                    token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                value(token, path.element(index++));
            }
        }

        private void add(JsonNode.Kind kind, JsonPath path, int start, int end, String text)
                throws JsonProblem {
            tokens.take();
            nodes.add(new JsonNode(kind, path, start, end, text));
        }

        /** After the closing quote; the parser has already seen that there is one. */
        private int endOfString(int start) {
            int at = start + 1;
            while (bytes[at] != '"') {
                at += bytes[at] == '\\' ? 2 : 1;
            }
            return at + 1;
        }
    }
}
