/** The record of processing activities (GDPR Art. 30), from what is held and what is set. */
@NullMarked
package dev.avow.processing;

import org.jspecify.annotations.NullMarked;
