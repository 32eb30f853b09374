/** Letters to people who asked something of their data, as PDF (promise P6). */
@NullMarked
package dev.avow.letters;

import org.jspecify.annotations.NullMarked;
