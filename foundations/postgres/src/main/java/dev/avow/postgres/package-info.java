/**
 * A real PostgreSQL server inside the home folder.
 *
 * <p>Start at {@link EmbeddedPostgres}. A start runs through {@code DataDirectory} and {@code
 * DirectoryLock} (whose folder it is), {@code Binaries} (unpack the programs), {@code RunAs} (root
 * has to become someone else), {@code Cluster} (the first time), {@code Postmaster} (a server that
 * outlived its owner) and {@code Launch} with {@code ServerParameters}; {@code Diagnosis} turns
 * what went wrong into one line.
 */
@NullMarked
package dev.avow.postgres;

import org.jspecify.annotations.NullMarked;
