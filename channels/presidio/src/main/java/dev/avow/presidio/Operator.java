package dev.avow.presidio;

/** What puts something else in the place of personal data, or puts it back. */
@FunctionalInterface
interface Operator {

    /**
     * What stands in the text's place from now on.
     *
     * @throws PresidioError 422 where a parameter is missing or wrong
     */
    String operate(String text, Parameters parameters);
}
