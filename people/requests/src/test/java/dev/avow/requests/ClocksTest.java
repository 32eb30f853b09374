package dev.avow.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P6: what the laws' limits are. */
class ClocksTest {

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "gdpr,access,2026-03-10T08:00:00Z,2026-04-10T08:00:00Z,the same day of the next month",
        "gdpr,access,2026-01-31T08:00:00Z,2026-02-28T08:00:00Z,the last day where there is no such"
                + " day",
        "gdpr,access,2028-01-31T08:00:00Z,2028-02-29T08:00:00Z,the last day of a leap year's"
                + " February",
        "gdpr,access,2026-02-28T08:00:00Z,2026-03-28T08:00:00Z,not the last day because it began on"
                + " one",
        "gdpr,access,2026-12-31T23:59:59Z,2027-01-31T23:59:59Z,over the year's end",
        "uk_gdpr,erasure,2026-03-10T08:00:00Z,2026-04-10T07:00:00Z,the same time in London in"
                + " summer",
        "ccpa,access,2026-01-01T20:00:00Z,2026-02-15T20:00:00Z,45 calendar days",
        "ccpa,erasure,2028-01-31T20:00:00Z,2028-03-16T19:00:00Z,45 days over a leap day and summer"
                + " time",
        "ccpa,opt_out,2026-01-05T20:00:00Z,2026-01-26T20:00:00Z,15 business days for an opt-out",
        "nz_privacy_act,access,2026-06-01T00:00:00Z,2026-06-29T00:00:00Z,20 working days are four"
                + " weeks",
        "nz_privacy_act,access,2026-06-05T20:00:00Z,2026-07-02T20:00:00Z,Friday evening in UTC is"
                + " Saturday there"
    })
    void due_request_isWhatTheLawSays(
            String law, String kind, Instant received, Instant due, String reason) {
        assertThat(Clocks.due(law(law), kind(kind), received)).as(reason).isEqualTo(due);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "gdpr,2026-01-31T08:00:00Z,2026-04-30T08:00:00Z,three months in all from the receipt",
        "gdpr,2027-11-30T08:00:00Z,2028-02-29T08:00:00Z,into a leap year's February",
        "ccpa,2026-01-01T20:00:00Z,2026-04-01T19:00:00Z,90 calendar days in all"
    })
    void extended_request_isCountedFromItsReceipt(
            String law, Instant received, Instant due, String reason) {
        assertThat(Clocks.extended(law(law), RequestKind.ACCESS, received))
                .as(reason)
                .contains(due);
    }

    @Test
    void extended_lawWithoutAFixedExtension_isNone() {
        Instant now = Instant.parse("2026-01-05T20:00:00Z");
        assertThat(Clocks.extended(Law.NZ_PRIVACY_ACT, RequestKind.ACCESS, now)).isEmpty();
        assertThat(Clocks.extended(Law.CCPA, RequestKind.OPT_OUT, now)).isEmpty();
    }

    @Test
    void acknowledgement_ccpaAlone_isTenBusinessDays() {
        Instant friday = Instant.parse("2026-01-09T20:00:00Z");
        assertThat(Clocks.acknowledgement(Law.CCPA, RequestKind.ACCESS, friday))
                .contains(Instant.parse("2026-01-23T20:00:00Z"));
        assertThat(Clocks.acknowledgement(Law.CCPA, RequestKind.OPT_OUT, friday)).isEmpty();
        assertThat(Clocks.acknowledgement(Law.GDPR, RequestKind.ACCESS, friday)).isEmpty();
    }

    @Test
    void limit_oneSecondBeforeAndAfter_isInTimeAndPast() {
        Instant limit = Instant.parse("2026-02-28T08:00:00Z");
        assertThat(Clocks.isPast(limit, limit.minusSeconds(1))).isFalse();
        assertThat(Clocks.isPast(limit, limit)).isFalse();
        assertThat(Clocks.isPast(limit, limit.plusSeconds(1))).isTrue();
        assertThat(Clocks.daysLeft(limit, limit.minusSeconds(86_401))).isEqualTo(1);
        assertThat(Clocks.daysLeft(limit, limit.minusSeconds(86_399))).isZero();
        assertThat(Clocks.daysLeft(limit, limit.minusSeconds(1))).isZero();
        assertThat(Clocks.daysLeft(limit, limit.plusSeconds(1))).isEqualTo(-1);
    }

    private static Law law(String id) {
        return Law.valueOf(id.toUpperCase(java.util.Locale.ROOT));
    }

    private static RequestKind kind(String id) {
        return RequestKind.valueOf(id.toUpperCase(java.util.Locale.ROOT));
    }
}
