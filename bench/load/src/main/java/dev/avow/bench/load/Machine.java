package dev.avow.bench.load;

import java.lang.management.ManagementFactory;

/**
 * Where a run was made, so that its numbers are not compared with another machine's.
 *
 * @param cores processors the benchmark may use
 * @param system operating system and its version
 * @param jdk version of the JDK
 * @param load the machine's load average when the run ended
 */
record Machine(int cores, String system, String jdk, double load) {
    static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
