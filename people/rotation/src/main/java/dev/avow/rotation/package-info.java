/**
 * New versions of tenants' keys and of the master key (promise I7), and what older versions sealed
 * or wrapped moved to them.
 *
 * <p>{@link dev.avow.rotation.KeyRotations} takes the wish; {@link dev.avow.rotation.RotationJob}
 * sees to it in the background, by {@link dev.avow.rotation.RotationRun}. The master key's are
 * {@link dev.avow.rotation.MasterRotationFile} and {@link dev.avow.rotation.MasterRotation}.
 */
@NullMarked
package dev.avow.rotation;

import org.jspecify.annotations.NullMarked;
