package dev.avow.detector.engine;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;

/**
 * The recognizers sorted by what they look at. A scan's state lives in its {@link Pass} and, where
 * anybody looks at words or signs, its {@link WordPass}.
 */
final class OnePassDetector implements Detector {

    /** A recognizer of one sort with its place in the list. */
    record Placed<R extends Recognizer>(R recognizer, int order) {

        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
        static <R extends Recognizer> Placed<R>[] array(List<Placed<R>> placed) {
            return placed.toArray(new Placed[0]);
        }
    }

    /** How deep base64 in base64 is looked into. */
    private static final int DEEPEST = 2;

    private final List<Placed<Recognizer.OfAtSigns>> atSigns = new ArrayList<>();
    private final Placed<Recognizer.OfNumbers>[] numbers;
    private final List<Placed<Recognizer.OfLettersThenDigits>> letters = new ArrayList<>();
    private final int[][] byLength;
    private final int[][] byHead;
    private final Vocabulary vocabulary;
    private final int size;
    private final LongSupplier nanos;

    OnePassDetector(List<Recognizer> recognizers, LongSupplier nanos) {
        this.nanos = nanos;
        Vocabulary.Builder words = new Vocabulary.Builder();
        List<Placed<Recognizer.OfNumbers>> ofNumbers = new ArrayList<>();
        int order = 0;
        for (Recognizer recognizer : recognizers) {
            switch (recognizer) {
                case Recognizer.OfAtSigns r -> atSigns.add(new Placed<>(r, order));
                case Recognizer.OfNumbers r -> ofNumbers.add(new Placed<>(r, order));
                case Recognizer.OfLettersThenDigits r -> letters.add(new Placed<>(r, order));
                case Recognizer.OfTokens r -> words.add(r, order);
                case Recognizer.OfDigits r -> words.add(r, order);
                case Recognizer.OfWords r -> words.add(r, order);
                case Recognizer.OfSigns r -> words.add(r, order);
            }
            order++;
        }
        this.numbers = Placed.array(ofNumbers);
        this.byLength = sets(numbers, Recognizer.OfNumbers::lengths);
        this.byHead = sets(numbers, Recognizer.OfNumbers::headsAmidNumbers);
        this.vocabulary = words.build();
        this.size = order;
    }

    @Override
    public Scan scan(CharSequence text, Budget budget) {
        return pass(text, budget).run();
    }

    Pass pass(CharSequence text, Budget budget) {
        return pass(text, budget, budget.decodes() ? DEEPEST : 0);
    }

    /**
     * @param decodings how deep base64 is looked into
     */
    Pass pass(CharSequence text, Budget budget, int decodings) {
        int length = Math.min(text.length(), budget.maxChars());
        char[] chars = new char[length];
        String string = text.toString();
        string.getChars(0, length, chars, 0);
        boolean coded = Text.mayBeCoded(string);
        boolean spelled = !atSigns.isEmpty() && SpelledSigns.hasDot(string);
        return new Pass(
                this,
                chars,
                coded,
                spelled ? string : null,
                string,
                length < text.length(),
                budget.maxNanos(),
                decodings);
    }

    List<Placed<Recognizer.OfAtSigns>> atSigns() {
        return atSigns;
    }

    Placed<Recognizer.OfNumbers>[] numbers() {
        return numbers;
    }

    /**
     * Which recognizers of numbers look at numbers of these lengths: one bit each, of the 32 from
     * {@code 32 * word} on.
     *
     * @param lengths bit n is set for n digits
     */
    int lookingAt(int word, int lengths) {
        int set = 0;
        for (int left = lengths; left != 0; left &= left - 1) {
            set |= byLength[Integer.numberOfTrailingZeros(left)][word];
        }
        return set;
    }

    /**
     * Which of these may report a number amid others that begins with a group of so many digits.
     */
    int reportingAmid(int word, int head, int lengths) {
        int set = byHead[head][word];
        return set == 0 ? 0 : set & lookingAt(word, lengths);
    }

    /** For each number of digits the recognizers that name it, one bit each. */
    private static int[][] sets(
            Placed<Recognizer.OfNumbers>[] numbers, ToIntFunction<Recognizer.OfNumbers> lengthsOf) {
        int[][] sets = new int[Integer.SIZE][(numbers.length + Integer.SIZE - 1) / Integer.SIZE];
        for (int i = 0; i < numbers.length; i++) {
            int lengths = lengthsOf.applyAsInt(numbers[i].recognizer());
            for (int length = 0; length < sets.length; length++) {
                sets[length][i / Integer.SIZE] |= (lengths >>> length & 1) << (i % Integer.SIZE);
            }
        }
        return sets;
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
