/** Who consented to what, when and how, and when they took it back (GDPR Art. 7, P5). */
@NullMarked
package dev.avow.consents;

import org.jspecify.annotations.NullMarked;
