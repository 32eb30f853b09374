package dev.avow.wire;

import dev.avow.words.Route;

/** A request as its provider can be asked it. */
public sealed interface Translated {

    /**
     * The provider is asked something else.
     *
     * @param target where it is asked
     * @param body what it is sent
     * @param answers brings its answer into the shape of the caller's route; for this call only
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
    record Elsewhere(Target target, byte[] body, AnswerTranslator answers) implements Translated {

        /** It is asked by a route that it has. */
        public Elsewhere(Route route, byte[] body, AnswerTranslator answers) {
            this(Target.of(route), body, answers);
        }

        /** Prints the length, never the body. */
        @Override
        public String toString() {
            return "Elsewhere with " + body.length + " bytes";
        }
    }

    /**
     * Nobody is asked, since the answer can be given here.
     *
     * @param json the whole answer in the shape of the caller's route
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
    record Here(byte[] json) implements Translated {

        /** Prints the length, never the answer. */
        @Override
        public String toString() {
            return "Here with " + json.length + " bytes";
        }
    }
}
