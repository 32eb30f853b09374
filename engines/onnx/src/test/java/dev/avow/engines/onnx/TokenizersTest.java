package dev.avow.engines.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** B3: texts become the tokens that Hugging Face's own library makes of them. */
final class TokenizersTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TestFactory
    Stream<DynamicTest> read_textsOfTheLibrary_giveItsTokens() {
        JsonNode rows = JSON.readTree(Tiny.file("vectors.json").toFile());
        assertThat(rows).hasSizeGreaterThan(30);
        return rows.valueStream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.path("tokenizer").asString() + ": " + row.path("text"),
                                () -> check(row)));
    }

    private static void check(JsonNode row) throws BadModel {
        String text = row.path("text").asString();
        Tokens tokens = read(tokenizer(row.path("tokenizer").asString()), text);
        List<Integer> ids = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<Integer> words = new ArrayList<>();
        int word = -1;
        for (int i = 0; i < tokens.size(); i++) {
            word += tokens.beginsWord[i] ? 1 : 0;
            ids.add(tokens.id[i]);
            starts.add(text.codePointCount(0, tokens.start[i]));
            ends.add(text.codePointCount(0, tokens.end[i]));
            words.add(word);
        }
        assertThat(ids).isEqualTo(ints(row.path("ids")));
        assertThat(words).isEqualTo(ints(row.path("words")));
        if (row.path("tokenizer").asString().equals("tiny-bert")) {
            assertThat(starts).isEqualTo(ints(row.path("starts")));
            assertThat(ends).isEqualTo(ints(row.path("ends")));
        } else {
            assertThat(trimmed(text, starts, ends))
                    .isEqualTo(trimmed(text, ints(row.path("starts")), ints(row.path("ends"))));
        }
    }

    /** What tokens stand for, without the blank that may belong to one. */
    private static List<String> trimmed(String text, List<Integer> starts, List<Integer> ends) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            parts.add(
                    text.substring(
                                    text.offsetByCodePoints(0, starts.get(i)),
                                    text.offsetByCodePoints(0, ends.get(i)))
                            .strip());
        }
        return parts;
    }

    private static List<Integer> ints(JsonNode list) {
        return list.valueStream().map(JsonNode::asInt).toList();
    }

    private static Tokens read(Tokenizer tokenizer, String text) {
        Tokens tokens = new Tokens();
        Tokenizer.Reader reader = tokenizer.read(text);
        while (reader.next(tokens)) {}
        return tokens;
    }

    private static Tokenizer tokenizer(String folder) throws BadModel {
        return new TokenizerFile(
                        JSON.readTree(Tiny.file(folder).resolve("tokenizer.json").toFile()))
                .tokenizer();
    }

    /** A text cannot bring the network's own signs with it. */
    @Test
    void read_specialTokenInAText_isCutLikeAnyWord() throws BadModel {
        Tokens tokens = read(tokenizer("tiny-bert"), "[SEP]");

        assertThat(tokens.size()).isEqualTo(3);
        assertThat(tokens.id[0]).isNotEqualTo(3);
    }

    @Test
    void read_loneSurrogates_staysWithinTheText() throws BadModel {
        String text = "a \uD83D b \uDE00";
        for (String each : List.of("tiny-bert", "tiny-roberta")) {
            Tokens tokens = read(tokenizer(each), text);

            assertThat(tokens.end[tokens.size() - 1]).isLessThanOrEqualTo(text.length());
        }
    }

    /** A long run of letters or blanks takes no time beyond its length. */
    @Test
    void read_longRuns_endsSoon() throws BadModel {
        for (String each : List.of("tiny-bert", "tiny-roberta")) {
            for (String run : List.of("a", " ", "\n", "'", "é", "山")) {
                assertThat(read(tokenizer(each), run.repeat(30_000)).size())
                        .isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    void tokenizer_kindsThatAreNotRead_areRefusedByName() {
        assertThatThrownBy(() -> parse("{\"model\":{\"type\":\"Unigram\"}}"))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("Unigram")
                .hasMessageContaining("WordPiece");
        assertThatThrownBy(() ->
                        parse(
                                """
                                {"normalizer": {"type": "Sequence"},
                                 "model": {"type": "WordPiece"}}\
                                """))
                .hasMessageContaining("normalizer Sequence");
        assertThatThrownBy(() ->
                        parse(
                                """
                                {"pre_tokenizer": {"type": "Metaspace"},
                                 "model": {"type": "BPE"}}\
                                """))
                .hasMessageContaining("pre-tokenizer Metaspace");
        assertThatThrownBy(() -> parse("{}")).hasMessageContaining("without a name");
    }

    private static Tokenizer parse(String json) throws BadModel {
        return new TokenizerFile(JSON.readTree(json)).tokenizer();
    }
}
