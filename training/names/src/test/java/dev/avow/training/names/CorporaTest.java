package dev.avow.training.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorporaTest {

    @TempDir Path folder;

    @Test
    void read_setsMissing_othersAreRead() throws IOException {
        Files.createDirectories(folder.resolve("ner"));
        String sentence = "Anna\tB-person\nspoke\tO\n\n";
        Files.writeString(folder.resolve("ner/wnut17-train.conll"), sentence.repeat(90));
        Files.writeString(folder.resolve("ner/wnut17-dev.conll"), sentence);

        Corpora corpora = Corpora.read(folder, false, new Swapped(Lists.load(), 1));

        assertThat(corpora.training()).isNotEmpty();
        assertThat(corpora.tuning()).containsOnlyKeys("WNUT 2017 (en)");
    }

    @Test
    void read_emptyFolder_nothing() throws IOException {
        assertThat(Corpora.read(folder, false, new Swapped(Lists.load(), 1)).training()).isEmpty();
    }
}
