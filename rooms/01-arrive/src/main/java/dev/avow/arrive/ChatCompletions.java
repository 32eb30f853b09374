package dev.avow.arrive;

import dev.avow.words.Route;

/** Room 01 for chat requests. Pure and safe for any thread. */
public final class ChatCompletions {

    private ChatCompletions() {}

    /** Understands a body, or says which field is wrong and what is wanted. */
    public static Arrival arrive(RequestHead head, byte[] body) {
        return Bodies.arrive(Route.CHAT_COMPLETIONS, head, body);
    }
}
