package dev.avow.mirror;

import java.util.List;

/** An answer in the shape of the route that was asked. */
sealed interface Answer permits ChatAnswer, ResponsesAnswer, MessagesAnswer, TokenCount {

    /** The answer in one piece. */
    byte[] whole();

    /** The answer as a stream, what stands after each {@code data:}. */
    List<byte[]> events();
}
