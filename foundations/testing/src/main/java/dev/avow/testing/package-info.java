/**
 * One embedded database per JVM and a fresh copy per test.
 *
 * <p>For tests only: {@link TestDatabase} is a migrated database of its own, {@code TestServer} the
 * server that all of a JVM's tests share.
 */
@NullMarked
package dev.avow.testing;

import org.jspecify.annotations.NullMarked;
