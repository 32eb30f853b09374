/**
 * The recognizers and lists that a tenant wrote, and the detector that they make together with what
 * is built in.
 */
@NullMarked
package dev.avow.detection;

import org.jspecify.annotations.NullMarked;
