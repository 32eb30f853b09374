/**
 * Room 06: which provider is asked, and how its answer streams back.
 *
 * <p>{@link Asking} finds the {@link Endpoint} and its {@link Provider}; the provider tells an
 * {@link AnswerSink} what it hears, and the {@link Call} it returns can be paused and cancelled. Of
 * the rooms before, only {@code Outbound} can be named here.
 */
@NullMarked
package dev.avow.ask;

import org.jspecify.annotations.NullMarked;
