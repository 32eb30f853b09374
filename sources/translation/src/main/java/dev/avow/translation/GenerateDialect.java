package dev.avow.translation;

/** Where {@code generateContent} is asked, and what differs there. */
public enum GenerateDialect {

    /** Google's Gemini API. */
    GEMINI("", true),

    /** Vertex AI, which takes no ids of calls: it tells them apart by their order. */
    VERTEX("/publishers/google", false);

    private final String publisher;
    private final boolean namesCalls;

    GenerateDialect(String publisher, boolean namesCalls) {
        this.publisher = publisher;
        this.namesCalls = namesCalls;
    }

    /** What stands in the path before {@code /models}. */
    String publisher() {
        return publisher;
    }

    boolean namesCalls() {
        return namesCalls;
    }
}
