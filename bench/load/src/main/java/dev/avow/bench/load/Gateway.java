package dev.avow.bench.load;

import java.io.IOException;
import java.nio.file.Path;

/** Something that stands between the client and the model, and knows how to be started. */
interface Gateway {
    /** The name on the command line and in the table. */
    String name();

    /**
     * Starts it in front of {@code upstream} and returns once it answers.
     *
     * @param upstream OpenAI base URL of the fake upstream, ending in {@code /v1}
     * @param home an empty folder for its configuration, data and log
     * @return {@link Started.NotRun} where it is not installed or does not come up; never throws
     *     for that
     * @throws IOException where {@code home} cannot be written
     */
    Started start(String upstream, Path home) throws IOException;
}
