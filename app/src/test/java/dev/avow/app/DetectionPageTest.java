package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What docs/detection.md says is found is what is installed. */
final class DetectionPageTest {

    @Test
    void page_everyInstalledType_isNamed() throws IOException {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("avow.root")));
        String page = Files.readString(root.resolve("docs/detection.md"));

        assertThat(InstalledDetectors.types(2))
                .hasSizeGreaterThan(100)
                .allSatisfy(type -> assertThat(page).contains("`" + type + "`"));
    }
}
