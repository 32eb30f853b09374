package dev.avow.detector.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

final class NameModelTest {

    private static byte[] file() throws IOException {
        try (InputStream in = NameModel.class.getResourceAsStream("names.model")) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }

    private static NameModel read(byte[] file) throws IOException {
        return NameModel.read(new ByteArrayInputStream(file));
    }

    @Test
    void read_asItShips_knowsNames() throws IOException {
        NameModel model = read(file());
        int flags = model.gazetteer().flags(Hash.word("Laura"));
        assertThat(flags & Gazetteer.FIRST).isNotZero();
    }

    @Test
    void read_asItShips_isAtMostTenMegabytes() throws IOException {
        assertThat(file().length).isLessThanOrEqualTo(10_000_000);
    }

    @Test
    void read_oneBitChanged_isRefused() throws IOException {
        byte[] file = file();
        file[file.length / 2] ^= 1;
        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void read_cutShort_isRefused() throws IOException {
        byte[] file = file();
        byte[] half = java.util.Arrays.copyOf(file, file.length / 2);
        assertThatThrownBy(() -> read(half)).isInstanceOf(IOException.class);
    }

    @Test
    void read_somethingElse_isRefused() {
        assertThatThrownBy(() -> read(new byte[100])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(IOException.class);
    }
}
