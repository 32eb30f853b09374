package dev.avow.incidents;

import dev.avow.prove.Actor;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.GivenText;
import dev.avow.words.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a notice must be before it is kept; each refusal names the field. */
final class NoticeRules {

    private static final int LONGEST_NOTICE = 20_000;

    private NoticeRules() {}

    /** That somebody was told. */
    static Notice told(
            Incident incident,
            Actor actor,
            Duty duty,
            Instant at,
            String plaintextText,
            @Nullable String plaintextDelayReason,
            Instant now) {
        GivenText.require("text", plaintextText, LONGEST_NOTICE);
        if (at.isAfter(now)) {
            throw Fault.wrong("at", "at is in the future; note it when they were told");
        }
        if (at.isBefore(incident.report().awareAt())) {
            throw Fault.wrong("at", "at is before aware_at; correct whichever is wrong");
        }
        if (plaintextDelayReason != null) {
            GivenText.require("delay_reason", plaintextDelayReason, IncidentText.Limits.LONGEST);
        } else if (duty == Duty.AUTHORITY
                && incident.toldAt(duty).isEmpty()
                && at.isAfter(incident.dueAt(duty))) {
            throw Fault.of(
                            FaultCode.MISSING_VALUE,
                            "delay_reason is missing: an authority that is told after 72 hours is"
                                    + " told why (GDPR Art. 33(1))",
                            "delay_reason")
                    .asException();
        }
        return new Notice(
                Ids.next(),
                duty,
                true,
                at.truncatedTo(ChronoUnit.MICROS),
                incident.report().risk(),
                plaintextText,
                plaintextDelayReason,
                null,
                actor.id(),
                now);
    }

    /**
     * That they are told by mail, now.
     *
     * @throws dev.avow.words.FaultException CONFLICT where the same was mailed to them before
     */
    static Notice mailed(
            Incident incident,
            Actor actor,
            Duty duty,
            String plaintextText,
            @Nullable String plaintextDelayReason,
            Mailing mailing,
            Instant now) {
        for (Notice before : incident.notices()) {
            Mailing earlier = before.mailing();
            if (earlier == null || before.duty() != duty) {
                continue;
            }
            if (earlier.state() == Mailing.State.UNDER_WAY) {
                throw conflict("a notice to them is on its way; see its mails");
            }
            if (before.tells()
                    && before.plaintextText().equals(plaintextText)
                    && Objects.equals(earlier.plaintextAddress(), mailing.plaintextAddress())) {
                throw conflict("this notice was mailed to them already; see its mails");
            }
        }
        Notice told = told(incident, actor, duty, now, plaintextText, plaintextDelayReason, now);
        return new Notice(
                told.id(),
                duty,
                true,
                told.at(),
                told.risk(),
                plaintextText,
                plaintextDelayReason,
                mailing,
                told.createdBy(),
                now);
    }

    private static RuntimeException conflict(String message) {
        return Fault.of(FaultCode.CONFLICT, message).asException();
    }

    /** That somebody need not be told. */
    static Notice waived(
            Incident incident, Actor actor, Duty duty, String plaintextReason, Instant now) {
        GivenText.require("reason", plaintextReason, IncidentText.Limits.LONGEST);
        BreachRisk risk = incident.report().risk();
        if (!duty.waivable(risk)) {
            throw Fault.of(
                            FaultCode.CONFLICT,
                            switch (duty) {
                                case AUTHORITY ->
                                        "an authority need not be told only where the risk is"
                                                + " unlikely (GDPR Art. 33(1)); it is "
                                                + risk.id();
                                case PEOPLE ->
                                        "the risk is unknown; judge it before you decide that"
                                                + " people need not be told (GDPR Art. 34)";
                            })
                    .asException();
        }
        return new Notice(
                Ids.next(), duty, false, now, risk, plaintextReason, null, null, actor.id(), now);
    }
}
