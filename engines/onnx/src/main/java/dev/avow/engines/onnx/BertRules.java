package dev.avow.engines.onnx;

/**
 * How BERT's tokenizer makes a text plain before it cuts words.
 *
 * @param clean control characters go
 * @param parts Chinese characters stand alone
 * @param stripsAccents é becomes e
 * @param lowers A becomes a
 */
record BertRules(boolean clean, boolean parts, boolean stripsAccents, boolean lowers) {}
