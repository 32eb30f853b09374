/** Looks for personal data in files and folders. */
@NullMarked
package dev.avow.files;

import org.jspecify.annotations.NullMarked;
