/** Looks for personal data in files and folders, by {@code ./avow scan}. */
@NullMarked
package dev.avow.files;

import org.jspecify.annotations.NullMarked;
