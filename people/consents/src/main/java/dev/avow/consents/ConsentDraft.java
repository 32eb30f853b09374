package dev.avow.consents;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A consent or its withdrawal, checked and about to be recorded.
 *
 * @param given false where it is taken back
 * @param textVersion the version of the text that was consented to; null where it is not said
 * @param textSha256 that text's SHA-256 in 64 hexadecimal digits; null where it is not said
 * @param plaintextNote what else is to be known of it; null: nothing. At most 2,000 characters
 * @param happenedAt when the person said so; null: now
 */
public record ConsentDraft(
        String purpose,
        boolean given,
        @Nullable String textVersion,
        @Nullable String textSha256,
        ConsentMethod method,
        @Nullable String plaintextNote,
        @Nullable Instant happenedAt) {

    private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks it.
     *
     * @throws dev.avow.words.FaultException {@code invalid_value} or {@code missing_value}, by
     *     field
     */
    public ConsentDraft {
        if (!PURPOSE.matcher(purpose).matches()) {
            throw invalid("purpose", "small letters, digits and underscores, 63 at most");
        }
        if (textVersion != null && (textVersion.isBlank() || textVersion.length() > 100)) {
            throw invalid("text_version", "1 to 100 characters");
        }
        textSha256 = textSha256 == null ? null : textSha256.toLowerCase(Locale.ROOT);
        if (textSha256 != null && !SHA256.matcher(textSha256).matches()) {
            throw invalid("text_sha256", "64 hexadecimal digits");
        }
        if (given && textVersion == null && textSha256 == null) {
            throw Fault.of(
                            FaultCode.MISSING_VALUE,
                            "say what was consented to: give text_version or text_sha256",
                            "text_version")
                    .asException();
        }
        if (plaintextNote != null && (plaintextNote.isBlank() || plaintextNote.length() > 2_000)) {
            throw invalid("note", "1 to 2,000 characters");
        }
    }

    /** The hash's 32 bytes; empty where there is none. */
    Optional<byte[]> textHash() {
        return Optional.ofNullable(textSha256).map(HexFormat.of()::parseHex);
    }

    private static RuntimeException invalid(String field, String must) {
        return Fault.of(FaultCode.INVALID_VALUE, field + " must be " + must, field).asException();
    }

    /** Prints no value. */
    @Override
    public String toString() {
        return "ConsentDraft";
    }
}
