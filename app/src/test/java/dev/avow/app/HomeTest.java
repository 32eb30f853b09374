package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomeTest {

    @Test
    void hold_ofAHeldHome_isEmptyUntilItIsLetGo(@TempDir Path folder) {
        Path home = folder.resolve("home");
        try (Home _ = Home.hold(home).orElseThrow()) {
            assertThat(Home.hold(home)).isEmpty();
            assertThat(Home.hold(folder.resolve("x/../home"))).isEmpty();
        }
        Optional<Home> again = Home.hold(home);
        assertThat(again).isPresent();
        again.orElseThrow().close();
    }
}
