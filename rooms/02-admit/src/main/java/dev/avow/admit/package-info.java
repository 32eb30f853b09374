/**
 * Room 02: who is calling, for which tenant, and where the request would go.
 *
 * <p>{@link Callers}, {@link Destinations} and {@link Catalogue} are ports, furnished by people and
 * sources; each can be asked from memory ({@code recall}) or with waiting. {@link Admission} makes
 * the interaction's id and time.
 *
 * <p>{@link Spending} is the port to rates and budgets: a request counts when it arrives, its
 * {@link Terms} {@link Terms#reserve reserve} before it leaves, and its {@link Reservation} is
 * settled when it has ended.
 */
@NullMarked
package dev.avow.admit;

import org.jspecify.annotations.NullMarked;
