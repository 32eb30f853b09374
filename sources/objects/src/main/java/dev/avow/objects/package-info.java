/** Archives and backups in an S3-compatible store, by the AWS SDK. */
@NullMarked
package dev.avow.objects;

import org.jspecify.annotations.NullMarked;
