package dev.avow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcTest {
    @TempDir Path folder;

    @Test
    void parse_nameWithBracketsAndSpaces_findsParentAndTimes() {
        String line = "42 (a) (b c) S 7 42 42 0 -1 4194304 10 0 0 0 100 20 3 4 20 0 1 0 9 8 7";

        assertThat(Proc.Stat.parse(line)).isEqualTo(new Proc.Stat(42, 7, 127));
    }

    @Test
    void members_processThatOnlyWorksInTheFolder_isFound() throws IOException {
        Path log = folder.resolve("log");
        try (Child tree = Child.start(List.of("sleep", "60"), Map.of(), Path.of("/"), log);
                Child apart = Child.start(List.of("sleep", "61"), Map.of(), folder, log)) {
            Set<Long> members = Proc.members(Set.of(tree.pid()), folder);

            assertThat(members).contains(tree.pid(), apart.pid());
            assertThat(members).doesNotContain(ProcessHandle.current().pid());
            assertThat(Proc.memoryMegabytes(members)).isPositive();
        }
    }

    @Test
    void busySince_halfOfTheTime_isHalf() {
        Proc.Processors before = new Proc.Processors(10, 100);

        assertThat(new Proc.Processors(60, 200).busySince(before)).isEqualTo(0.5);
        assertThat(before.busySince(before)).isZero();
        Proc.Processors now = Proc.Processors.now();
        assertThat(now.busy()).isPositive().isLessThan(now.total());
    }

    @Test
    void cpuSeconds_ofThisProcess_isPositive() {
        assertThat(Proc.cpuSeconds(Set.of(ProcessHandle.current().pid()))).isPositive();
    }
}
