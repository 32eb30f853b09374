/**
 * Room 02: who is calling, for which tenant, and where the request would go.
 *
 * <p>{@link Callers}, {@link Destinations} and {@link Catalogue} are ports, furnished by people and
 * sources; each can be asked from memory ({@code recall}) or with waiting. {@link Admission} makes
 * the interaction's id and time.
 */
@NullMarked
package dev.avow.admit;

import org.jspecify.annotations.NullMarked;
