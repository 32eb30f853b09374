/**
 * New versions of tenants' keys (promise I7), and what older versions sealed moved to them.
 *
 * <p>{@link dev.avow.rotation.KeyRotations} takes the wish; {@link dev.avow.rotation.RotationJob}
 * sees to it in the background, by {@link dev.avow.rotation.RotationRun}.
 */
@NullMarked
package dev.avow.rotation;

import org.jspecify.annotations.NullMarked;
