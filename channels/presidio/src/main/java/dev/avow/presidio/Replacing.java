package dev.avow.presidio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has operators work on places of one text, as Presidio's {@code EngineBase} does: from the end to
 * the start; where a place reaches into the one after it, the operator gets all of it and what was
 * already replaced stays. For one thread.
 */
final class Replacing {

    private final String text;
    private final CodePoints points;
    private final Map<String, OperatorConfig> configs;
    private final Map<String, Operator> operators;
    private final int mostChars;

    /**
     * @param mostChars UTF-16 code units of all that is put in, at most: a few long replacements in
     *     many places make a small request a very large answer
     */
    Replacing(
            String text,
            CodePoints points,
            Map<String, OperatorConfig> configs,
            Map<String, Operator> operators,
            int mostChars) {
        this.text = text;
        this.points = points;
        this.configs = configs;
        this.operators = operators;
        this.mostChars = mostChars;
    }

    /** What was put in a place. */
    private record Done(Place place, String operator, String text) {}

    /** In the order of the text, so that pseudonyms are numbered as values appear. */
    private List<Done> operate(List<Place> ascending) {
        List<Done> done = new ArrayList<>();
        long chars = 0;
        for (Place place : ascending) {
            if (place.start() > points.length() || place.end() > points.length()) {
                throw PresidioError.invalid(
                        "Invalid analyzer result, start: "
                                + place.start()
                                + " and end: "
                                + place.end()
                                + ", while text length is only "
                                + points.length()
                                + ".");
            }
            OperatorConfig config = configOf(place);
            Operator operator = operators.get(config.name());
            if (operator == null) {
                throw PresidioError.invalid(
                        "Invalid operator class '" + PresidioError.quotable(config.name()) + "'.");
            }
            String before =
                    text.substring(points.toUnits(place.start()), points.toUnits(place.end()));
            Parameters parameters = new Parameters(place.entityType(), config.parameters());
            String after = operator.operate(before, parameters);
            chars += after.length();
            if (chars > mostChars) {
                throw PresidioError.invalid(
                        "Invalid input, what is to be put in is longer than "
                                + mostChars
                                + " characters; send fewer results or shorter values");
            }
            done.add(new Done(place, config.name(), after));
        }
        return done;
    }

    private OperatorConfig configOf(Place place) {
        @Nullable OperatorConfig own = configs.get(place.entityType());
        @Nullable OperatorConfig config = own == null ? configs.get(OperatorConfig.DEFAULT) : own;
        if (config == null) {
            throw PresidioError.invalid(
                    "Invalid input, deanonymizers must contain the entity type or DEFAULT");
        }
        return config;
    }

    Replaced replace(List<Place> places) {
        List<Place> ascending = new ArrayList<>(places);
        ascending.sort(Comparator.comparingInt(Place::start).thenComparingInt(Place::end));
        List<Done> done = operate(ascending);
        List<String> pieces = new ArrayList<>(); // from the end to the start
        List<Integer> fromEnd = new ArrayList<>(); // in code points, of each replacement's start
        int length = 0; // of all pieces, in code points
        int last = points.length(); // before it the text is as it was
        for (Done each : done.reversed()) {
            int end = Math.min(each.place().end(), last);
            pieces.add(text.substring(points.toUnits(end), points.toUnits(last)));
            pieces.add(each.text());
            length += last - end + codePoints(each.text());
            fromEnd.add(length);
            last = each.place().start();
        }
        pieces.add(text.substring(0, points.toUnits(last)));
        int whole = length + last;
        List<Replaced.Item> items = new ArrayList<>();
        for (Done each : done.reversed()) {
            int start = whole - fromEnd.get(items.size());
            items.add(
                    new Replaced.Item(
                            start,
                            start + codePoints(each.text()),
                            each.place().entityType(),
                            each.text(),
                            each.operator(),
                            each.place().score()));
        }
        return new Replaced(String.join("", pieces.reversed()), items);
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }
}
