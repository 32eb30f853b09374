package dev.avow.decide;

/** What is to be done with one finding of an answer. */
public sealed interface AnswerVerdict {

    /** It is released as it is. */
    AnswerVerdict RELEASE = new Release();

    /** No policy asks for anything, or one that only records. */
    record Release() implements AnswerVerdict {}

    /**
     * It is released with something else in its place.
     *
     * @param policy the one that says so
     * @param masking by what; nothing leads back, so modes that would give a placeholder
     */
    record Mask(String policy, MaskRules masking) implements AnswerVerdict {}

    /**
     * Neither it nor what comes after it is released.
     *
     * @param policy the one that says so
     * @param message what the caller is told
     */
    record Block(String policy, String message) implements AnswerVerdict {}
}
