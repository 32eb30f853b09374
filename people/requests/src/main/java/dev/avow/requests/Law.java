package dev.avow.requests;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/** The law under which somebody asks. Its days are those of its zone. */
public enum Law {
    /** Regulation (EU) 2016/679. */
    GDPR(ZoneOffset.UTC),
    /** The United Kingdom's. */
    UK_GDPR(ZoneId.of("Europe/London")),
    /** California Consumer Privacy Act and the regulations of 11 CCR 7000 and following. */
    CCPA(ZoneId.of("America/Los_Angeles")),
    /** New Zealand's Privacy Act 2020. */
    NZ_PRIVACY_ACT(ZoneId.of("Pacific/Auckland"));

    private final ZoneId zone;

    Law(ZoneId zone) {
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    /** As the API and the database name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
