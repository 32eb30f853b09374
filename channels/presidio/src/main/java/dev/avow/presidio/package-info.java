/**
 * Channel: Microsoft Presidio's REST API, so that its clients can point here.
 *
 * <p>{@link PresidioApi} answers it: what is found comes from Avow's own detector, what is asked
 * and answered has the form of Presidio 2.2's analyzer and anonymizer services.
 */
@NullMarked
package dev.avow.presidio;

import org.jspecify.annotations.NullMarked;
