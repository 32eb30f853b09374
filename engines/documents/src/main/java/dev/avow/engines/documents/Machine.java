package dev.avow.engines.documents;

import java.util.Optional;

/** A processor whose calls of Linux are known by their numbers ({@link Call}). */
enum Machine {
    AMD64(0xC000003E),
    ARM64(0xC00000B7);

    private final int architecture;

    Machine(int architecture) {
        this.architecture = architecture;
    }

    /** This one; empty where it is another. */
    static Optional<Machine> here() {
        return switch (System.getProperty("os.arch", "")) {
            case "amd64" -> Optional.of(AMD64);
            case "aarch64" -> Optional.of(ARM64);
            default -> Optional.empty();
        };
    }

    /** As {@code linux/audit.h} has it. */
    int architecture() {
        return architecture;
    }

    /** Of a call; one that no call has where this machine lacks it. */
    int number(Call call) {
        return this == AMD64 ? call.amd64() : call.arm64();
    }
}
