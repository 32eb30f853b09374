package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.TenantId;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DatabaseBuffersTest {

    @Test
    void start_buffersSet_areTheServers() {
        try (TempHome home = TempHome.fresh();
                Storage storage =
                        Storage.forCommand(
                                home.settings(Map.of("AVOW_DATABASE_BUFFERS_MB", "72")))) {
            String buffers =
                    storage.tenancy()
                            .within(
                                    TenantId.DEFAULT,
                                    handle ->
                                            handle.createQuery("SHOW shared_buffers")
                                                    .mapTo(String.class)
                                                    .one());

            assertThat(buffers).isEqualTo("72MB");
        }
    }
}
