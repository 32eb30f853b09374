package dev.avow.engines.onnx;

import dev.avow.detector.api.FindingType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a network's outputs mean. A label is a kind, alone or behind {@code B-}, {@code I-} and the
 * like ({@code B-PER}); each kind is a finding type or is dropped. Immutable.
 */
final class Labels {

    private static final FindingType PERSON = new FindingType("person", 2);
    private static final FindingType ORGANIZATION = new FindingType("organization", 2);
    private static final FindingType LOCATION = new FindingType("location", 2);

    private static final Map<String, FindingType> USUAL =
            Map.of(
                    "PER", PERSON,
                    "PERSON", PERSON,
                    "ORG", ORGANIZATION,
                    "ORGANIZATION", ORGANIZATION,
                    "ORGANISATION", ORGANIZATION,
                    "LOC", LOCATION,
                    "LOCATION", LOCATION,
                    "GPE", LOCATION);

    /** Begins of one-word and of longer names in the schemes IOB, IOBES and BILOU. */
    private static final String BEGINS = "BSU";

    private static final String GOES_ON = "IEL";

    /**
     * One output.
     *
     * @param type null: what it stands for is dropped
     * @param begins whether a name begins with it
     */
    private record Label(@Nullable FindingType type, boolean begins) {}

    private final List<Label> labels;
    private final List<FindingType> types;

    private Labels(List<Label> labels) {
        this.labels = List.copyOf(labels);
        Set<FindingType> distinct = new LinkedHashSet<>();
        for (Label each : labels) {
            if (each.type() != null) {
                distinct.add(each.type());
            }
        }
        this.types = List.copyOf(distinct);
    }

    /**
     * @param names the outputs' names in their order
     * @param meanings what kinds mean, in place of the usual; an empty id drops one; may be empty
     * @throws BadModel where no output means anything, or a meaning is of a kind that is not there
     */
    static Labels of(List<String> names, Map<String, String> meanings) throws BadModel {
        List<Label> labels = new ArrayList<>();
        Set<String> kinds = new TreeSet<>();
        for (String name : names) {
            boolean parted = name.length() > 2 && (name.charAt(1) == '-' || name.charAt(1) == '_');
            char role = Character.toUpperCase(name.charAt(0));
            boolean begins = parted && BEGINS.indexOf(role) >= 0;
            boolean prefixed = begins || (parted && GOES_ON.indexOf(role) >= 0);
            String kind = (prefixed ? name.substring(2) : name).toUpperCase(Locale.ROOT);
            kinds.add(kind);
            labels.add(new Label(meaning(kind, meanings), begins));
        }
        for (String each : meanings.keySet()) {
            if (!kinds.contains(each)) {
                throw new BadModel(
                        "its labels are "
                                + String.join(", ", kinds)
                                + "; there is no "
                                + each
                                + " among them");
            }
        }
        Labels read = new Labels(labels);
        if (read.types.isEmpty()) {
            throw new BadModel(
                    "none of its labels ("
                            + String.join(", ", kinds)
                            + ") is known; say in AVOW_CLASSIFICATION_NAMES_LABELS what they mean");
        }
        return read;
    }

    private static @Nullable FindingType meaning(String kind, Map<String, String> meanings)
            throws BadModel {
        String given = meanings.get(kind);
        if (given == null) {
            return meanings.isEmpty() ? USUAL.get(kind) : null;
        }
        if (given.isEmpty()) {
            return null;
        }
        try {
            return new FindingType(given, 2);
        } catch (IllegalArgumentException noId) {
            throw new BadModel("a label means a type in lower case with underscores");
        }
    }

    int count() {
        return labels.size();
    }

    /** The types that can be found. */
    List<FindingType> types() {
        return types;
    }

    /** How likely each type is, of how likely each label is; {@code into} is as long as types. */
    void ofTypes(double[] byLabel, double[] into) {
        java.util.Arrays.fill(into, 0);
        for (int i = 0; i < byLabel.length; i++) {
            FindingType type = labels.get(i).type();
            if (type != null) {
                into[types.indexOf(type)] += byLabel[i];
            }
        }
    }

    /** How likely it is that none of the types is here, by the most likely of the other labels. */
    double ofNone(double[] byLabel) {
        double most = 0;
        for (int i = 0; i < byLabel.length; i++) {
            if (labels.get(i).type() == null) {
                most = Math.max(most, byLabel[i]);
            }
        }
        return most;
    }

    /** Whether a name of a type rather begins here than goes on. */
    boolean begins(FindingType type, double[] byLabel) {
        double begin = 0;
        double inside = 0;
        for (int i = 0; i < byLabel.length; i++) {
            if (type.equals(labels.get(i).type())) {
                if (labels.get(i).begins()) {
                    begin += byLabel[i];
                } else {
                    inside += byLabel[i];
                }
            }
        }
        return begin > inside;
    }
}
