/** What the tests of all recognizers do alike. Not shipped. */
@NullMarked
package dev.avow.detector.testing;

import org.jspecify.annotations.NullMarked;
