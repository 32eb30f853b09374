package dev.avow.detector.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GermanTest {

    private static final Gazetteer WORDS = gazetteer("fahrrad", "händler", "verein", "amt", "rat");

    private static Gazetteer gazetteer(String... words) {
        List<String> all = List.of(words);
        int[] hashes = all.stream().mapToInt(Hash::word).toArray();
        byte[] flags = new byte[hashes.length];
        Arrays.fill(flags, (byte) Gazetteer.GERMAN);
        return new Gazetteer(hashes, flags, new byte[hashes.length]);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "two words, Fahrradhändler, true",
        "an s between, Vereinsrat, true",
        "three words, Fahrradvereinsamt, false",
        "the end is unknown, Fahrradinski, false",
        "the beginning is unknown, Zabelrat, false",
        "a word alone, Fahrrad, false",
        "an s before any word, Srat, false",
    })
    void isCompound(String reason, String word, boolean expected) {
        assertThat(German.isCompound(WORDS, word.toCharArray(), 0, word.length()))
                .as(reason)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "German, Der Hund und die Katze sind im Garten., true",
        "English, The hand of the man is in the garden., false",
        "no words, 17 + 4, false",
    })
    void isGerman(String reason, String text, boolean expected) {
        Tokens tokens = new Tokens(WORDS);
        tokens.fill(text.toCharArray(), 0, text.length());
        assertThat(tokens.isGerman()).as(reason).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "German, Der Rat ist im Amt und mit dem Verein., 128",
        "English, The rat of the man is in the garden., 0",
    })
    void flags_wordOfGerman_onlyInGerman(String reason, String text, int expected) {
        Tokens tokens = new Tokens(WORDS);
        tokens.fill(text.toCharArray(), 0, text.length());
        assertThat(tokens.flags[tokens.first() + 1] & Gazetteer.GERMAN).isEqualTo(expected);
    }
}
