package dev.avow.engines.onnx;

/** Makes tokens of a text as a model was trained with. Immutable and safe for threads. */
sealed interface Tokenizer permits WordPiece, ByteLevelBpe {

    /** Reads a text once, from its begin to its end. For one thread. */
    interface Reader {

        /**
         * Adds the tokens of the next word.
         *
         * @return false at the text's end; then nothing was added
         */
        boolean next(Tokens into);
    }

    /** A reader of a text, also of ill-formed UTF-16. */
    Reader read(String text);
}
