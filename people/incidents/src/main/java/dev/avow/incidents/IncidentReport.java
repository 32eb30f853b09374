package dev.avow.incidents;

import dev.avow.words.Fault;
import dev.avow.words.GivenText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an incident: the fields of GDPR Art. 33(3), as far as they are known.
 *
 * @param plaintext the texts that there are; of one that is not known yet there is none
 * @param peopleAbout approximate number of people; null: as the assessment counts them
 * @param recordsAbout approximate number of records; null: likewise
 * @param awareAt when the controller became aware of it, to the microsecond: all clocks run from
 *     here
 */
public record IncidentReport(
        Map<IncidentText, String> plaintext,
        Scope scope,
        BreachRisk risk,
        @Nullable Long peopleAbout,
        @Nullable Long recordsAbout,
        Instant awareAt) {

    public IncidentReport {
        plaintext = Map.copyOf(plaintext);
        awareAt = awareAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** A text; empty where it is not known. */
    public String plaintextOf(IncidentText text) {
        return plaintext.getOrDefault(text, "");
    }

    /** The same with one text changed; an empty one takes it away. */
    public IncidentReport with(IncidentText text, String plaintextNew) {
        Map<IncidentText, String> texts = new EnumMap<>(IncidentText.class);
        texts.putAll(plaintext);
        if (plaintextNew.isEmpty()) {
            texts.remove(text);
        } else {
            texts.put(text, plaintextNew);
        }
        return new IncidentReport(texts, scope, risk, peopleAbout, recordsAbout, awareAt);
    }

    /**
     * Checks it.
     *
     * @throws dev.avow.words.FaultException INVALID_VALUE, naming the field
     */
    void check(Instant now) {
        GivenText.require("title", plaintextOf(IncidentText.TITLE), IncidentText.TITLE.longest());
        plaintext.forEach((text, plain) -> GivenText.require(text.id(), plain, text.longest()));
        scope.check();
        notNegative("people_about", peopleAbout);
        notNegative("records_about", recordsAbout);
        if (awareAt.isAfter(now)) {
            throw Fault.wrong("aware_at", "aware_at is in the future; give a time until now");
        }
        Instant from = scope.from();
        if (from != null && from.isAfter(now)) {
            throw Fault.wrong("from", "from is in the future; give a time until now");
        }
    }

    private static void notNegative(String field, @Nullable Long number) {
        if (number != null && number < 0) {
            throw Fault.wrong(field, field + " is 0 or more; leave it out where not known");
        }
    }

    /** Prints no text. */
    @Override
    public String toString() {
        return "IncidentReport of " + awareAt;
    }
}
