/** Keys, envelopes and fingerprints, by Tink. */
@NullMarked
package dev.avow.sealing;

import org.jspecify.annotations.NullMarked;
