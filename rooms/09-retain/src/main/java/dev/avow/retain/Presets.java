package dev.avow.retain;

import static dev.avow.retain.Kept.ACCOUNT;
import static dev.avow.retain.Kept.AUDIT_LOG;
import static dev.avow.retain.Kept.BACKUPS;
import static dev.avow.retain.Kept.BILLING_RECORDS;
import static dev.avow.retain.Kept.CONVERSATION_TEXT;
import static dev.avow.retain.Kept.INTERACTIONS;
import static dev.avow.retain.Kept.RAW_AUDIO;
import static dev.avow.retain.Kept.SERVER_LOGS;
import static dev.avow.retain.Kept.SUPPORT_COMMUNICATION;
import static dev.avow.retain.Kept.TENANT_ENVIRONMENT;
import static dev.avow.retain.Kept.USAGE_ANALYTICS;

import java.util.EnumMap;
import java.util.Map;

/**
 * The table of promise R1, cell by cell: what each profile says unless a setting says otherwise.
 */
public final class Presets {

    private static final Term UNSAID = new Term.Unsaid();
    private static final Term CLOSURE = new Term.After("closure", 0);
    private static final Term CLOSURE_30 = new Term.After("closure", 30);
    private static final Term SEVEN_YEARS = days(2555);

    private static final Map<Kept, Map<Profile, Term>> TABLE = new EnumMap<>(Kept.class);

    static {
        // isolated-agent, bot-builder, contact-centre, assistant, governance
        row(
                INTERACTIONS,
                new Term.TenantDecides(90),
                days(365),
                days(90),
                new Term.WithAccount(),
                days(90));
        row(
                CONVERSATION_TEXT,
                new Term.TenantDecides(90),
                days(90),
                days(30),
                new Term.Idle(60),
                new Term.NeverStored());
        row(RAW_AUDIO, UNSAID, UNSAID, new Term.NeverStored(), UNSAID, UNSAID);
        // The 30 days of governance are those in which an erasure is complete (P3), as everywhere.
        row(ACCOUNT, CLOSURE_30, CLOSURE_30, UNSAID, CLOSURE, CLOSURE);
        row(
                TENANT_ENVIRONMENT,
                new Term.After("termination", 30),
                CLOSURE_30,
                UNSAID,
                UNSAID,
                UNSAID);
        row(BILLING_RECORDS, SEVEN_YEARS, SEVEN_YEARS, UNSAID, UNSAID, UNSAID);
        row(
                SUPPORT_COMMUNICATION,
                new Term.After("resolution", 1095),
                UNSAID,
                UNSAID,
                UNSAID,
                UNSAID);
        row(USAGE_ANALYTICS, days(730), days(365), UNSAID, UNSAID, UNSAID);
        row(SERVER_LOGS, days(90), UNSAID, days(90), UNSAID, new Term.OptIn());
        row(AUDIT_LOG, UNSAID, UNSAID, days(90), UNSAID, days(365));
        row(BACKUPS, UNSAID, UNSAID, UNSAID, UNSAID, days(30));
    }

    private Presets() {}

    /** What a profile says of it. */
    public static Term of(Profile profile, Kept kept) {
        Term term = TABLE.getOrDefault(kept, Map.of()).get(profile);
        return term == null ? UNSAID : term;
    }

    private static Term days(int days) {
        return new Term.Days(days);
    }

    private static void row(
            Kept kept,
            Term isolatedAgent,
            Term botBuilder,
            Term contactCentre,
            Term assistant,
            Term governance) {
        Map<Profile, Term> cells = new EnumMap<>(Profile.class);
        cells.put(Profile.ISOLATED_AGENT, isolatedAgent);
        cells.put(Profile.BOT_BUILDER, botBuilder);
        cells.put(Profile.CONTACT_CENTRE, contactCentre);
        cells.put(Profile.ASSISTANT, assistant);
        cells.put(Profile.GOVERNANCE, governance);
        TABLE.put(kept, cells);
    }
}
