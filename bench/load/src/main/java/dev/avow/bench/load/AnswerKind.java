package dev.avow.bench.load;

/** How the client asks to be answered. */
enum AnswerKind {
    /** One JSON document of about 1 KB. */
    JSON,
    /** Server-sent events. */
    STREAM
}
