package dev.avow.translation;

import dev.avow.wire.AnswerTranslator;
import java.util.List;

/** Answers of a route that does not stream. */
interface WholeAnswers extends AnswerTranslator {

    @Override
    default List<byte[]> event(byte[] json) {
        throw Faults.invalid("the provider streams what cannot be streamed");
    }

    @Override
    default List<byte[]> end() {
        return List.of();
    }
}
