package dev.avow.bench.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What came of starting a gateway. */
sealed interface Started {
    /** Its name in the table. */
    String name();

    /**
     * It answers. Close it to end its processes.
     *
     * @param name its name in the table
     * @param target where to send requests
     * @param children the processes that were started; empty for none
     * @param home its folder, by which its other processes are found
     */
    record Running(String name, Target target, List<Child> children, Path home)
            implements Started, AutoCloseable {
        public Running {
            children = List.copyOf(children);
        }

        /** All its processes at this moment. */
        Set<Long> processes() {
            if (children.isEmpty()) {
                return Set.of();
            }
            return Proc.members(
                    children.stream().map(Child::pid).collect(Collectors.toSet()), home);
        }

        @Override
        public void close() {
            Set<Long> all = processes();
            children.forEach(Child::close);
            // What no longer hangs on the tree, such as a database behind a helper.
            all.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        }
    }

    /**
     * It could not be measured.
     *
     * @param name its name in the table
     * @param why in one line
     */
    record NotRun(String name, String why) implements Started {}
}
