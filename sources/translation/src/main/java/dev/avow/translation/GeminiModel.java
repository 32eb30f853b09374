package dev.avow.translation;

import java.util.regex.Pattern;

/** What a model's name tells and becomes at Google. */
final class GeminiModel {

    /** Those that think within a number of tokens; later ones have levels. */
    private static final Pattern FIRST = Pattern.compile("(models/)?gemini-[12][.-].*");

    private GeminiModel() {}

    /** The resource: {@code models/…}, unless the name says of which kind it is. */
    static String resource(String model) {
        return model.indexOf('/') < 0 ? "models/" + model : model;
    }

    /** The resource as a path, escaped as it goes over the wire. */
    static String path(String model) {
        StringBuilder path = new StringBuilder();
        for (String segment : resource(model).split("/", -1)) {
            path.append('/').append(PathSegment.escaped(segment));
        }
        return path.toString();
    }

    /** Whether it is of the generations before the third. */
    static boolean isBeforeThree(String model) {
        return FIRST.matcher(model).matches();
    }
}
