/**
 * Between the shapes of OpenAI's, Anthropic's, Google's, Amazon Bedrock's and Cohere's APIs, so
 * that a client of the first two can use a provider of any.
 *
 * <p>What is translated has been masked before, and what comes back is restored afterwards, in the
 * shape of the caller's route: no original is ever seen here. Each translation is named after the
 * route and what it is asked by: start at {@link ChatByMessages} and {@link MessagesByChat}.
 *
 * <p>A member that cannot be carried is refused by name ({@link Faults}); the few that are dropped
 * because the answer is the same without them stand in {@code docs/routes.md}. What only moves from
 * one place to another is moved byte for byte.
 */
@NullMarked
package dev.avow.translation;

import org.jspecify.annotations.NullMarked;
