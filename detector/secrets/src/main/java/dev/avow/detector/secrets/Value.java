package dev.avow.detector.secrets;

/**
 * What is given to a name, with its place, without quotes around it. Lives for one call and prints
 * no content.
 *
 * @param chars the value, folded
 * @param start first char in the text
 * @param end after its last char
 * @param quoted whether it stands in quotes or between tags
 * @param endsLine whether nothing but signs follows it on its line
 */
record Value(String chars, int start, int end, boolean quoted, boolean endsLine) {

    int length() {
        return chars.length();
    }

    @Override
    public String toString() {
        return "value[" + chars.length() + "]";
    }
}
