/**
 * Engine: signals of prompt injection and jailbreak. Each is a heuristic and says so: a signal for
 * policies, never a shield.
 */
@NullMarked
package dev.avow.engines.guards;

import org.jspecify.annotations.NullMarked;
