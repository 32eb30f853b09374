package dev.avow.detector.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GermanTest {

    private static final Gazetteer WORDS = gazetteer("fahrrad", "händler", "verein", "amt", "rat");

    private static Gazetteer gazetteer(String... words) {
        List<String> all = List.of(words);
        int[] hashes = all.stream().mapToInt(Hash::word).toArray();
        byte[] flags = new byte[hashes.length];
        Arrays.fill(flags, (byte) Gazetteer.GERMAN);
        return new Gazetteer(hashes, flags);
    }

    private static Tokens tokens() {
        return new Tokens(WORDS, new Clusters(new int[0], new int[0]));
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
        "its words alone, Vereinsamt rat amt sang., true",
        "too few words, Vereinsamt rat., false",
        "no words, 17 + 4, false",
    })
    void isGerman(String reason, String text, boolean expected) {
        Tokens tokens = tokens();
        tokens.fill(text.toCharArray(), 0, text.length());
        assertThat(tokens.isGerman()).as(reason).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "German, Der Rat ist im Amt und mit dem Verein., 128",
        "English, The rat of the man is in the garden., 0",
    })
    void flags_wordOfGerman_onlyInGerman(String reason, String text, int expected) {
        Tokens tokens = tokens();
        tokens.fill(text.toCharArray(), 0, text.length());
        assertThat(tokens.flags[tokens.first() + 1] & Gazetteer.GERMAN).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a street, Der Hund ist im Carla-Zabel-Haus., 4, 9, true",
        "its first part, Der Hund ist im Zabel-Haus., 4, 5, true",
        "two family names, Der Hund ist im Amt Zabel-Krone., 5, 8, false",
        "with a given name, Der Hund ist bei Carla Zabel-Haus., 4, 8, false",
    })
    void isNamedAfter(String reason, String text, int from, int until, boolean expected) {
        Tokens tokens = tokens();
        tokens.fill(text.toCharArray(), 0, text.length());
        int first = tokens.first();
        assertThat(German.isNamedAfter(tokens, first + from, first + until))
                .as(reason)
                .isEqualTo(expected);
    }

    @Test
    void isNamedAfter_lastWordIsAFamilyNameToo_isAName() {
        Gazetteer names = new Gazetteer(new int[] {Hash.word("park")}, new byte[] {Gazetteer.LAST});
        Tokens tokens = new Tokens(names, new Clusters(new int[0], new int[0]));
        String text = "Zabel-Park und Zabel-Halle sind im Garten.";
        tokens.fill(text.toCharArray(), 0, text.length());
        int first = tokens.first();
        assertThat(German.isNamedAfter(tokens, first, first + 3)).isFalse();
        assertThat(German.isNamedAfter(tokens, first + 4, first + 7)).isTrue();
    }
}
