/**
 * What people may ask of the data that is about them (promises P1 to P3, P8).
 *
 * <p>{@link PersonalStores} lists every place that holds some of it. {@link DataExport} reads them
 * all; {@link Erasures} empties them: the person's key first, which makes all that is sealed under
 * it unreadable everywhere, then the rows, in bounded steps that go on after a crash.
 */
@NullMarked
package dev.avow.rights;

import org.jspecify.annotations.NullMarked;
