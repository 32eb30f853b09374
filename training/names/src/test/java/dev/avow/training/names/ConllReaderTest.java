package dev.avow.training.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.names.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConllReaderTest {

    @TempDir Path folder;

    private Example read(String lines) throws IOException {
        Path file = folder.resolve("some.conll");
        Files.writeString(file, lines);
        return ConllReader.read(file, 10).get(0);
    }

    @Test
    void read_tokens_areWrittenAsPeopleWrite() throws IOException {
        Example example = read("Yes\tO\n,\tO\nLaura\tB-PER\nBennett\tI-PER\n.\tO\n\n");
        assertThat(example.text()).isEqualTo("Yes, Laura Bennett.\n");
        assertThat(example.labels()).containsExactly(new Example.Label(5, 18, Tag.PERSON));
    }

    @Test
    void read_account_isNoName() throws IOException {
        Example example = read("@\tB-PER\nlaura\tB-PER\nhi\tO\n\n");
        assertThat(example.text()).isEqualTo("@laura hi\n");
        assertThat(example.labels()).isEmpty();
    }

    @Test
    void read_otherClass_isNoName() throws IOException {
        assertThat(read("Act\tB-GS\n\n").labels()).isEqualTo(List.of());
    }
}
