package dev.avow.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.requests.Law;
import dev.avow.requests.PrivacyRequest;
import dev.avow.requests.RequestKind;
import dev.avow.requests.RequestState;
import dev.avow.requests.SeenRequest;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** P6: a letter says what happened to the request, and none says what did not. */
final class LettersTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-04T05:06:07Z");
    private static final Instant DUE = Instant.parse("2026-04-04T05:06:07Z");
    private final Letters letters = new Letters("Distel GmbH", "privacy@example.org");

    private static SeenRequest seen(
            RequestState state,
            @Nullable String contact,
            @Nullable String extension,
            @Nullable String refusal) {
        return new SeenRequest(
                new PrivacyRequest(
                        Ids.next(),
                        RequestKind.ERASURE,
                        Law.GDPR,
                        state,
                        RECEIVED,
                        RECEIVED,
                        null,
                        null,
                        null,
                        DUE,
                        extension == null ? null : RECEIVED,
                        null,
                        0,
                        null,
                        null,
                        null,
                        null),
                contact,
                null,
                null,
                extension,
                refusal,
                Set.of(),
                RECEIVED.plusSeconds(60));
    }

    private String text(SeenRequest seen, LetterKind kind) {
        return String.join("\n", letters.paragraphs(seen, kind));
    }

    private FaultCode fault(SeenRequest seen, LetterKind kind) {
        return catchThrowableOfType(FaultException.class, () -> letters.paragraphs(seen, kind))
                .fault()
                .code();
    }

    @Test
    void acknowledgement_anyRequest_saysByWhenItIsAnswered() {
        assertThat(
                        text(
                                seen(RequestState.RECEIVED, "mina@example.org", null, null),
                                LetterKind.ACKNOWLEDGEMENT))
                .contains("mina@example.org", "Distel GmbH", "2026-03-04", "by 2026-04-04");
    }

    @Test
    void extensionAndRefusal_withTheirReasons_areTold() {
        assertThat(
                        text(
                                seen(RequestState.VERIFIED, "mina@example.org", "many files", null),
                                LetterKind.EXTENSION))
                .contains("The reason: many files");
        assertThat(
                        text(
                                seen(RequestState.REFUSED, "mina@example.org", null, "not you"),
                                LetterKind.REFUSAL))
                .contains("The reason: not you", "supervisory authority");
    }

    @Test
    void letters_thatDoNotFitTheRequest_conflict() {
        SeenRequest received = seen(RequestState.RECEIVED, "mina@example.org", null, null);
        assertThat(fault(received, LetterKind.EXTENSION)).isEqualTo(FaultCode.CONFLICT);
        assertThat(fault(received, LetterKind.REFUSAL)).isEqualTo(FaultCode.CONFLICT);
        assertThat(fault(received, LetterKind.COMPLETION)).isEqualTo(FaultCode.CONFLICT);
        assertThat(
                        fault(
                                seen(RequestState.DONE, "mina@example.org", null, "not you"),
                                LetterKind.COMPLETION))
                .isEqualTo(FaultCode.CONFLICT);
        assertThat(fault(seen(RequestState.DONE, null, null, null), LetterKind.COMPLETION))
                .isEqualTo(FaultCode.CONFLICT);
    }

    @Test
    void completion_approved_isTold() {
        assertThat(
                        text(
                                seen(RequestState.APPROVED, "mina@example.org", null, null),
                                LetterKind.COMPLETION))
                .contains("We have met your request.");
    }
}
