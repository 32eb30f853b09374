package dev.avow.admit;

import dev.avow.arrive.AnswerRoom;
import dev.avow.words.Route;

/**
 * What is known of a request's size before it leaves.
 *
 * @param route the way it goes
 * @param bodyBytes its body as it leaves
 * @param answerRoom how long its answers may become
 */
public record Size(Route route, int bodyBytes, AnswerRoom answerRoom) {}
