package dev.avow.letters;

import dev.avow.requests.Law;
import dev.avow.requests.PrivacyRequest;
import dev.avow.requests.RequestState;
import dev.avow.requests.SeenRequest;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of letters to people who asked something of their data, in English. What they say
 * follows from the request alone; a letter whose step was not taken is refused. Immutable.
 *
 * @param sender the controller's name; null where settings do not say it
 * @param contact how the sender is reached; null as above
 */
public record Letters(@Nullable String sender, @Nullable String contact) {

    /**
     * A letter's paragraphs, the first of which is its title.
     *
     * @throws dev.avow.words.FaultException {@code conflict} where what it would tell did not
     *     happen, or nothing is kept of whom to tell
     */
    public List<String> paragraphs(SeenRequest seen, LetterKind kind) {
        PrivacyRequest request = seen.request();
        if (seen.plaintextContact() == null) {
            throw conflict("nothing is kept any more of who asked; letters are made before");
        }
        List<String> text = new ArrayList<>();
        text.add("Your request about personal data");
        text.add("To: " + seen.plaintextContact());
        text.add(
                "From: "
                        + (sender == null ? "(the controller: set AVOW_CONTROLLER_NAME)" : sender));
        text.add("Date: " + day(seen.at()) + "     Reference: " + request.id());
        text.add(
                "On %s we received your request (%s) under %s."
                        .formatted(
                                day(request.receivedAt()),
                                request.kind().id().replace('_', ' '),
                                law(request.law())));
        switch (kind) {
            case ACKNOWLEDGEMENT ->
                    text.add(
                            "We confirm its receipt. We will answer by "
                                    + day(request.dueAt())
                                    + ".");
            case EXTENSION -> {
                require(request.extendedAt() != null, "it was not extended");
                text.add(
                        "Its answer needs more time. We will answer by "
                                + day(request.dueAt())
                                + ".");
                reason(text, seen.plaintextExtensionReason());
            }
            case REFUSAL -> {
                require(seen.plaintextRefusalReason() != null, "it was not refused");
                text.add("We do not meet your request.");
                reason(text, seen.plaintextRefusalReason());
                text.add(remedy(request.law()));
            }
            case COMPLETION -> {
                require(
                        request.state() == RequestState.APPROVED
                                || (request.state() == RequestState.DONE
                                        && seen.plaintextRefusalReason() == null),
                        "it was not approved");
                text.add("We have met your request.");
            }
        }
        if (contact != null) {
            text.add("You can reach us at: " + contact);
        }
        return List.copyOf(text);
    }

    private static void reason(List<String> text, @Nullable String reason) {
        if (reason != null) {
            text.add("The reason: " + reason);
        }
    }

    private static String law(Law law) {
        return switch (law) {
            case GDPR -> "the General Data Protection Regulation (EU) 2016/679";
            case UK_GDPR -> "the UK General Data Protection Regulation";
            case CCPA -> "the California Consumer Privacy Act";
            case NZ_PRIVACY_ACT -> "the Privacy Act 2020 of New Zealand";
        };
    }

    private static String remedy(Law law) {
        return switch (law) {
            case GDPR, UK_GDPR ->
                    "You may lodge a complaint with a supervisory authority and seek a judicial"
                            + " remedy (Art. 12(4)).";
            case CCPA -> "You may turn to the California Privacy Protection Agency.";
            case NZ_PRIVACY_ACT -> "You may complain to the Privacy Commissioner.";
        };
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static void require(boolean holds, String why) {
        if (!holds) {
            throw conflict("this letter does not fit the request: " + why);
        }
    }

    private static RuntimeException conflict(String message) {
        return Fault.of(FaultCode.CONFLICT, message).asException();
    }
}
