/** The composition root, the command line, architecture and end-to-end tests. */
@NullMarked
package dev.avow.app;

import org.jspecify.annotations.NullMarked;
