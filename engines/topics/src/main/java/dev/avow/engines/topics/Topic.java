package dev.avow.engines.topics;

import dev.avow.detector.api.FindingType;
import java.util.List;
import java.util.Locale;

/** What a text may be about. */
enum Topic {
    /** Program code, queries, configuration, stack traces. */
    SOURCE_CODE,
    /** Passwords, keys and access handed over or talked about. */
    CREDENTIALS_TALK,
    /** Customers, leads or members, one by one. */
    CUSTOMER_LIST,
    /** A company's own results, forecasts and margins. */
    FINANCIAL_RESULTS,
    /** Clauses, drafts and negotiation of contracts. */
    CONTRACT,
    /** Staff: appraisals, pay, hiring, dismissal. */
    HR,
    /** A person's health. */
    HEALTH,
    /** Research that is under way or unpublished. */
    RESEARCH,
    /** Products to come, roadmaps, strategy. */
    PRODUCT_PLANS,
    /** None of these. */
    NONE;

    private static final List<Topic> ALL = List.of(values());

    static final int COUNT = ALL.size();

    /** The class that a {@link Head} knows it as. */
    int label() {
        return ALL.indexOf(this);
    }

    static Topic of(int label) {
        return ALL.get(label);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it is reported; not for {@link #NONE}. */
    FindingType type() {
        return new FindingType(id(), 3);
    }
}
