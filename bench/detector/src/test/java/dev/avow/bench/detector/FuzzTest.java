package dev.avow.bench.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A few of the texts of {@code ./avow bench detector --fuzz N}, every day. */
final class FuzzTest {

    private static final int TEXTS = 10_000;

    @Test
    void scan_mutatedExamples_keepsItsPromises() throws IOException {
        List<String> examples =
                Examples.read(Path.of(Objects.requireNonNull(System.getProperty("avow.root"))));
        assertThat(examples).hasSizeGreaterThan(2_000);
        Fuzz fuzz = new Fuzz(examples);
        fuzz.run(1, TEXTS);
        assertThat(fuzz.broken()).isEmpty();
        assertThat(fuzz.tried()).isEqualTo(TEXTS);
    }

    @Test
    void text_sameSeed_isTheSame() {
        Mutations mutations = new Mutations(List.of("alice@mail.example", "+33 6 12 34 56 78"));
        assertThat(mutations.text(7)).isEqualTo(mutations.text(7));
    }
}
