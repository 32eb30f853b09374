package dev.avow.engines.documents;

import java.time.Duration;

/**
 * What reading documents may take.
 *
 * @param mostChars taken out of one document
 * @param patience for one document, waiting for its turn and the start of a process included
 * @param atOnce documents that are read at the same time, and so processes
 * @param heapMegabytes of each process
 * @param perProcess documents after which a process is replaced
 * @param idle how long a process may have nothing to do; then it ends
 */
public record ReaderLimits(
        int mostChars,
        Duration patience,
        int atOnce,
        int heapMegabytes,
        int perProcess,
        Duration idle) {}
