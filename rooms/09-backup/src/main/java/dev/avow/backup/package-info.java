/**
 * Room 09: backups, and restores that bring nobody back.
 *
 * <p>{@link BackupMaker} writes a {@link dev.avow.tenancy.Snapshot} into a {@link BackupPlace},
 * each person's rows under that person's key; {@link BackupReader} opens it, {@link Restoration}
 * loads it into an empty database, and {@link Replay} does again what must not be undone. {@code
 * docs/backups.md} tells it as a whole.
 */
@NullMarked
package dev.avow.backup;

import org.jspecify.annotations.NullMarked;
