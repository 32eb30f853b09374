/**
 * Witnesses outside, by C2SP's {@code tlog-witness} protocol over HTTPS. {@link
 * dev.avow.witness.HttpWitness} asks; {@link dev.avow.prove.Cosigning} says what and when, and
 * checks what comes back.
 */
@NullMarked
package dev.avow.witness;

import org.jspecify.annotations.NullMarked;
