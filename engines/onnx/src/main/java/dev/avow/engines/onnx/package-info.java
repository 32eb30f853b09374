/**
 * A token-classification model, as Hugging Face writes them and exports to ONNX, as a detector of
 * names (promise B3).
 *
 * <p>{@link OnnxNames} is the detector; {@link OnnxSentences} makes vectors of texts for the engine
 * of topics. {@code TokenizerFile} reads {@code tokenizer.json} and makes a {@code Tokenizer} of
 * it; {@code Network} computes; {@code Windows} walks over a long text; {@code Spans} makes names
 * of what the network says of tokens.
 */
@NullMarked
package dev.avow.engines.onnx;

import org.jspecify.annotations.NullMarked;
