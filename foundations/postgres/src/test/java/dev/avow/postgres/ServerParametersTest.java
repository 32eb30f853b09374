package dev.avow.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerParametersTest {

    private static final long GIBIBYTE = 1L << 30;

    @Test
    void sharedBuffers_followTheMemory_withinBounds() {
        assertThat(ServerParameters.sharedBuffers(0)).isEqualTo(64);
        assertThat(ServerParameters.sharedBuffers(GIBIBYTE)).isEqualTo(64);
        assertThat(ServerParameters.sharedBuffers(24 * GIBIBYTE)).isEqualTo(768);
        assertThat(ServerParameters.sharedBuffers(512 * GIBIBYTE)).isEqualTo(1024);
    }
}
