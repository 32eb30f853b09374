package dev.avow.detector.engine;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The recognizers sorted by what they look at. A scan's state lives in its {@link Pass} and, where
 * anybody looks at words or signs, its {@link WordPass}.
 */
final class OnePassDetector implements Detector {

    /** A recognizer of one sort with its place in the list. */
    record Placed<R extends Recognizer>(R recognizer, int order) {}

    private final List<Placed<Recognizer.OfAtSigns>> atSigns = new ArrayList<>();
    private final List<Placed<Recognizer.OfNumbers>> numbers = new ArrayList<>();
    private final List<Placed<Recognizer.OfLettersThenDigits>> letters = new ArrayList<>();
    private final int[] lengths;
    private final Vocabulary vocabulary;
    private final int size;
    private final LongSupplier nanos;

    OnePassDetector(List<Recognizer> recognizers, LongSupplier nanos) {
        this.nanos = nanos;
        Vocabulary.Builder words = new Vocabulary.Builder();
        int order = 0;
        for (Recognizer recognizer : recognizers) {
            switch (recognizer) {
                case Recognizer.OfAtSigns r -> atSigns.add(new Placed<>(r, order));
                case Recognizer.OfNumbers r -> numbers.add(new Placed<>(r, order));
                case Recognizer.OfLettersThenDigits r -> letters.add(new Placed<>(r, order));
                case Recognizer.OfTokens r -> words.add(r, order);
                case Recognizer.OfDigits r -> words.add(r, order);
                case Recognizer.OfWords r -> words.add(r, order);
                case Recognizer.OfSigns r -> words.add(r, order);
            }
            order++;
        }
        this.lengths = numbers.stream().mapToInt(each -> each.recognizer().lengths()).toArray();
        this.vocabulary = words.build();
        this.size = order;
    }

    @Override
    public Scan scan(CharSequence text, Budget budget) {
        return pass(text, budget).run();
    }

    Pass pass(CharSequence text, Budget budget) {
        int length = Math.min(text.length(), budget.maxChars());
        char[] chars = new char[length];
        String string = text.toString();
        string.getChars(0, length, chars, 0);
        boolean spelled = !atSigns.isEmpty() && SpelledSigns.hasDot(string);
        return new Pass(
                this, chars, spelled ? string : null, length < text.length(), budget.maxNanos());
    }

    List<Placed<Recognizer.OfAtSigns>> atSigns() {
        return atSigns;
    }

    List<Placed<Recognizer.OfNumbers>> numbers() {
        return numbers;
    }

    /** For each recognizer of numbers, how many digits it looks at. */
    int[] lengths() {
        return lengths;
    }

    List<Placed<Recognizer.OfLettersThenDigits>> letters() {
        return letters;
    }

    /** How many recognizers there are. */
    int size() {
        return size;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    long now() {
        return nanos.getAsLong();
    }
}
