/**
 * Channel: the APIs of models, OpenAI's and Anthropic's, for programs.
 *
 * <p>{@link ModelApi} answers them; {@code ChatExchange} and {@code AnswerRelay} spell out the
 * journey of one request through the rooms, which a {@link Journey} holds.
 */
@NullMarked
package dev.avow.api;

import org.jspecify.annotations.NullMarked;
