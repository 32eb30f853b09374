package dev.avow.requests;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request with what is sealed of it in the clear.
 *
 * @param plaintextContact null once an erasure is done, as are the others
 * @param possible what can be done with it at that time
 * @param at when it was looked at
 */
public record SeenRequest(
        PrivacyRequest request,
        @Nullable String plaintextContact,
        @Nullable String plaintextSubject,
        @Nullable String plaintextDetails,
        @Nullable String plaintextExtensionReason,
        @Nullable String plaintextRefusalReason,
        Set<Step> possible,
        Instant at) {

    static SeenRequest of(PrivacyRequestRows.Sealed row, SealedTexts texts, Instant now) {
        Map<String, String> plain = new LinkedHashMap<>();
        row.columns().forEach((name, sealed) -> plain.put(name, texts.plaintextOf(name, sealed)));
        return new SeenRequest(
                row.request(),
                plain.get("contact_sealed"),
                plain.get("subject_sealed"),
                plain.get("details_sealed"),
                plain.get("extension_reason_sealed"),
                plain.get("refusal_reason_sealed"),
                Step.possible(row.request(), now),
                now);
    }

    /** Prints id and state. */
    @Override
    public String toString() {
        return request.toString();
    }
}
