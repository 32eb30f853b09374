package dev.avow.postgres;

import dev.avow.postgres.PostgresUnavailable.Reason;

/** A kind of machine that there are server binaries for. */
enum Platform {
    LINUX_AMD64("amd64", "/postgres-linux-x86_64.txz"),
    LINUX_ARM64("arm64", "/postgres-linux-arm_64.txz");

    private final String label;
    private final String resource;

    Platform(String label, String resource) {
        this.label = label;
        this.resource = resource;
    }

    /** The machine's name in the folder of the unpacked programs. */
    String label() {
        return label;
    }

    /** The archive's place on the class path. */
    String resource() {
        return resource;
    }

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String system, String processor) {
        if (system.equals("Linux")) {
            switch (processor) {
                case "amd64", "x86_64" -> {
                    return LINUX_AMD64;
                }
                case "aarch64", "arm64" -> {
                    return LINUX_ARM64;
                }
                default -> {}
            }
        }
        throw new PostgresUnavailable(
                Reason.WRONG_PLATFORM,
                "There is no embedded PostgreSQL for "
                        + system
                        + " on "
                        + processor
                        + ": set AVOW_DATABASE_URL to a PostgreSQL "
                        + DataDirectory.MAJOR_VERSION
                        + " server.");
    }
}
