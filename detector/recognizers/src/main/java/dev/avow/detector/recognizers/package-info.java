/** One file per kind of personal data. */
@NullMarked
package dev.avow.detector.recognizers;

import org.jspecify.annotations.NullMarked;
