/** One embedded database per JVM and a fresh copy per test. */
@NullMarked
package dev.avow.testing;

import org.jspecify.annotations.NullMarked;
