package dev.avow.custom;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a definition must be to be used. Every fault names its field and what to do about it, and
 * quotes nothing. Immutable, safe for any thread; it computes.
 */
public final class DefinitionRules {

    private static final int LONGEST_LIST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int LONGEST_WORD = 200;
    private static final int MOST_CONTEXT_WORDS = 200;
    private static final int LONGEST_CONTEXT_WORD = 32;
    private static final int MOST_EXAMPLES = 50;
    private static final int LONGEST_EXAMPLE = 1_000;
    private static final Budget FOR_AN_EXAMPLE =
            new Budget(Integer.MAX_VALUE, Duration.ofSeconds(2).toNanos());
    private static final Detector NOTHING = (_, _) -> Scan.clean();

    private final Map<String, Integer> builtIn;
    private final DefinitionLimits limits;

    /**
     * @param builtIn the ids of the types that there are, whether turned on or not, with their tier
     */
    public DefinitionRules(Map<String, Integer> builtIn, DefinitionLimits limits) {
        this.builtIn = Map.copyOf(builtIn);
        this.limits = limits;
    }

    /** The tier of a type that a deny list names: the built-in's, else a recognizer's. */
    public int tierOf(String type) {
        return builtIn.getOrDefault(type, CustomRecognizer.TIER);
    }

    /** The ids of the types that there are without any definition. */
    public Set<String> builtIn() {
        return builtIn.keySet();
    }

    /**
     * A detector of definitions that were checked.
     *
     * @return the built-in one itself where no definition counts
     */
    public Detector detector(Detector builtInDetector, Definitions definitions) {
        return CustomDetector.over(builtInDetector, definitions, this::tierOf);
    }

    /**
     * Checks one definition.
     *
     * @throws FaultException INVALID_VALUE, naming the field
     */
    public void check(Definition definition) {
        text("description", definition.description(), LONGEST_DESCRIPTION);
        switch (definition) {
            case CustomRecognizer recognizer -> check(recognizer);
            case DetectionList list -> check(list);
        }
    }

    /**
     * Checks many, one by one and together.
     *
     * @throws FaultException INVALID_VALUE or CONFLICT, naming the field
     */
    public void checkAll(Definitions definitions) {
        checkEach("recognizers", definitions.recognizers());
        checkEach("lists", definitions.lists());
        checkTotals(definitions);
    }

    private void checkEach(String field, List<? extends Definition> definitions) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < definitions.size(); i++) {
            String at = field + "[" + i + "]";
            try {
                check(definitions.get(i));
            } catch (FaultException refused) {
                Fault fault = refused.fault();
                String within = fault.field().map(inner -> at + "." + inner).orElse(at);
                throw Fault.of(fault.code(), fault.message(), within).asException();
            }
            if (!names.add(definitions.get(i).name())) {
                throw Fault.of(
                                FaultCode.CONFLICT,
                                "another has this name; choose one of its own",
                                at + ".name")
                        .asException();
            }
        }
    }

    /**
     * Checks that there is not too much of it in all.
     *
     * @throws FaultException INVALID_VALUE, naming the field that is to be less
     */
    public void checkTotals(Definitions all) {
        atMost("name", "recognizers", all.recognizers().size(), limits.recognizers());
        atMost("name", "lists", all.lists().size(), limits.lists());
        atMost("patterns", "patterns", all.patterns(), limits.patterns());
        atMost("words", "words", all.words(), limits.words());
    }

    private static void atMost(String field, String what, int count, int most) {
        if (count > most) {
            throw Fault.wrong(
                    field,
                    "there would be more than "
                            + most
                            + " "
                            + what
                            + " in all; remove some, or raise AVOW_DETECTION_MAX_"
                            + what.toUpperCase(java.util.Locale.ROOT));
        }
    }

    private void check(CustomRecognizer it) {
        checkType("name", it.name());
        if (builtIn.containsKey(it.name())) {
            throw Fault.wrong("name", "this type is built in; choose another name");
        }
        if (it.patterns().isEmpty() && it.words().isEmpty()) {
            throw Fault.wrong("patterns", "give at least one pattern, or words");
        }
        if (it.checksum() != null && it.patterns().isEmpty()) {
            throw Fault.wrong("checksum", "a checksum is of a pattern's match; give patterns");
        }
        patterns("patterns", it.patterns());
        words("words", it.words());
        context(it);
        if (!(it.confidence() > 0 && it.confidence() <= 1)) {
            throw Fault.wrong("confidence", "a confidence is above 0 and at most 1");
        }
        examples(it);
    }

    private void check(DetectionList it) {
        if (it.name().isBlank()) {
            throw Fault.wrong("name", "a name has 1 to " + LONGEST_LIST_NAME + " characters");
        }
        text("name", it.name(), LONGEST_LIST_NAME);
        if (it.values().isEmpty()) {
            throw Fault.wrong("values", "give at least one value");
        }
        if (it.type() != null) {
            checkType("type", it.type());
        }
        if (it.kind() == DetectionList.Kind.DENY) {
            if (it.type() == null) {
                throw Fault.wrong("type", "a deny list says as which type its values are reported");
            }
            if (it.match() == DetectionList.Match.PATTERN) {
                throw Fault.wrong(
                        "match", "make a recognizer of a pattern; a deny list has values");
            }
        }
        if (it.match() == DetectionList.Match.PATTERN) {
            patterns("values", it.values());
        } else {
            words("values", it.values());
        }
    }

    private static void checkType(String field, String id) {
        try {
            FindingType _ = new FindingType(id, CustomRecognizer.TIER);
        } catch (IllegalArgumentException notAnId) {
            throw Fault.wrong(
                    field,
                    "a type is 2 to 40 lower-case letters, digits and underscores, a letter first:"
                            + " customer_number");
        }
    }

    private static void text(String field, String text, int longest) {
        if (text.length() > longest) {
            throw Fault.wrong(field, "at most " + longest + " characters");
        }
    }

    private void patterns(String field, List<String> patterns) {
        for (int i = 0; i < patterns.size(); i++) {
            String at = field + "[" + i + "]";
            if (patterns.get(i).length() > limits.patternLength()) {
                throw Fault.wrong(
                        at,
                        "a pattern has at most "
                                + limits.patternLength()
                                + " characters; make two of it, or raise"
                                + " AVOW_DETECTION_MAX_PATTERN_LENGTH");
            }
            try {
                SafePattern.checked(patterns.get(i));
            } catch (BadPattern refused) {
                throw Fault.wrong(at, "the pattern is refused: " + refused.why());
            }
        }
    }

    private static void words(String field, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String at = field + "[" + i + "]";
            if (Folded.of(words.get(i)).isEmpty()) {
                throw Fault.wrong(at, "this is empty; remove it");
            }
            text(at, words.get(i), LONGEST_WORD);
        }
    }

    private static void context(CustomRecognizer it) {
        if (it.contextRequired() && it.context().isEmpty()) {
            throw Fault.wrong("context.words", "give the words of which one is required");
        }
        if (it.context().size() > MOST_CONTEXT_WORDS) {
            throw Fault.wrong("context.words", "at most " + MOST_CONTEXT_WORDS + " words");
        }
        for (int i = 0; i < it.context().size(); i++) {
            String at = "context.words[" + i + "]";
            if (ContextTerms.plain(it.context().get(i)).isEmpty()) {
                throw Fault.wrong(at, "a context word has letters");
            }
            text(at, it.context().get(i), LONGEST_CONTEXT_WORD);
        }
    }

    private static void examples(CustomRecognizer it) {
        Detector alone =
                CustomDetector.over(
                        NOTHING,
                        new Definitions(List.of(enabled(it)), List.of()),
                        _ -> CustomRecognizer.TIER);
        examples("examples.match", it.matching(), alone, true);
        examples("examples.no_match", it.notMatching(), alone, false);
    }

    private static CustomRecognizer enabled(CustomRecognizer it) {
        return new CustomRecognizer(
                it.name(),
                it.description(),
                true,
                it.patterns(),
                it.words(),
                it.checksum(),
                it.context(),
                it.contextRequired(),
                it.confidence(),
                it.matching(),
                it.notMatching());
    }

    private static void examples(
            String field, List<String> examples, Detector alone, boolean wanted) {
        if (examples.size() > MOST_EXAMPLES) {
            throw Fault.wrong(field, "at most " + MOST_EXAMPLES + " examples");
        }
        for (int i = 0; i < examples.size(); i++) {
            String at = field + "[" + i + "]";
            text(at, examples.get(i), LONGEST_EXAMPLE);
            Scan scan = alone.scan(examples.get(i), FOR_AN_EXAMPLE);
            if (scan.coverage() instanceof Coverage.Partial) {
                throw Fault.wrong(at, "it takes too long; shorten the example or the patterns");
            }
            if (scan.findings().isEmpty() == wanted) {
                throw Fault.wrong(
                        at,
                        wanted
                                ? "nothing is found in this example; change it, or the recognizer"
                                : "something is found in this example, and nothing should be;"
                                        + " change it, or the recognizer");
            }
        }
    }
}
