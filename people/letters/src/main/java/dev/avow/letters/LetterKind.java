package dev.avow.letters;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a letter about a request tells. */
public enum LetterKind {
    /** That the request came in, and by when it will be answered. */
    ACKNOWLEDGEMENT,
    /** That it takes longer, and why (GDPR Art. 12(3)). */
    EXTENSION,
    /** That it is not met, why, and where to complain (GDPR Art. 12(4)). */
    REFUSAL,
    /** That it was met. */
    COMPLETION;

    /** As paths name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name; empty where there is none. */
    public static Optional<LetterKind> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
