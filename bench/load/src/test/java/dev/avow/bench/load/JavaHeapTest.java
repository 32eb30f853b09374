package dev.avow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class JavaHeapTest {
    @Test
    void used_severalGenerations_areAddedAndMetaspaceIsNot() {
        String info =
                """
                123:
                 PSYoungGen      total 100000K, used 50000K [0x1, 0x2, 0x3)
                 ParOldGen       total 200000K, used 25000K [0x1, 0x2, 0x3)
                 Metaspace       used 9000K, committed 9100K, reserved 1114112K
                """;

        assertThat(JavaHeap.used(info)).isEqualTo("76 of 307 MB");
    }

    @Test
    void of_thisJvm_isKnown() {
        assertThat(JavaHeap.of(Set.of(ProcessHandle.current().pid()))).contains(" of ");
    }
}
