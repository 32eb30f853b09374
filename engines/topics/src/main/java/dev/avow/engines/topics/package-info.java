/**
 * What a text is about (promise B4): one of nine topics, or none of them, in this process.
 *
 * <p>{@link TopicDetector} is the detector. Two stages tell a {@code Topic} by a {@code Head} each:
 * one over a text's hashed {@code Features}, which reads all and costs little, and where that is
 * not sure one over a sentence {@code Embedding} of a sample. {@code Examples} are what both
 * learned from; {@code Vectors} keeps the embeddings of these.
 */
@NullMarked
package dev.avow.engines.topics;

import org.jspecify.annotations.NullMarked;
