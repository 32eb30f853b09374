package dev.avow.incidents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Drafts of notices, to be finished by hand: to an authority with what GDPR Art. 33(1) and (3) ask
 * for, to people with what Art. 34(2) does. What is not known stands in brackets. Immutable.
 */
public enum NoticeDraft {
    EN("[to be completed]", "none", "not declared", "to ", "until now"),
    FR("[à compléter]", "aucun", "non déclarée", "au ", "à ce jour");

    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");

    private final String unknown;
    private final String none;
    private final String undeclared;
    private final String until;
    private final String untilNow;

    NoticeDraft(String unknown, String none, String undeclared, String until, String untilNow) {
        this.unknown = unknown;
        this.none = none;
        this.undeclared = undeclared;
        this.until = until;
        this.untilNow = untilNow;
    }

    /** As the API names it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The draft, in the clear. Times are UTC.
     *
     * @param now decides whether the authority is told late
     */
    public String plaintextOf(Incident incident, Duty duty, Instant now) {
        Map<String, String> values = values(incident, now);
        // One pass, so that braces in what somebody wrote stay braces.
        return PLACE.matcher(template(duty))
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                values.getOrDefault(place.group(1), place.group())));
    }

    private Map<String, String> values(Incident incident, Instant now) {
        IncidentReport report = incident.report();
        Assessment seen = incident.assessment();
        Map<String, String> values = new LinkedHashMap<>();
        for (IncidentText text : IncidentText.values()) {
            String plain = report.plaintextOf(text);
            values.put(text.id(), plain.isEmpty() ? unknown : plain);
        }
        values.put("aware_at", time(report.awareAt()));
        values.put("from", report.scope().from() == null ? unknown : time(report.scope().from()));
        values.put(
                "to", report.scope().to() == null ? untilNow : until + time(report.scope().to()));
        values.put("people", number(report.peopleAbout(), seen == null ? null : seen.people()));
        values.put(
                "records", number(report.recordsAbout(), seen == null ? null : seen.allRecords()));
        values.put("delay", now.isAfter(incident.dueAt(Duty.AUTHORITY)) ? unknown : none);
        values.put("unmasked", seen == null ? unknown : unmasked(seen));
        values.put("regions", seen == null ? unknown : regions(seen));
        return values;
    }

    private String unmasked(Assessment seen) {
        String types =
                seen.findings().stream()
                        .filter(finding -> finding.leftUnmasked() > 0)
                        .map(finding -> finding.type() + " (" + finding.leftUnmasked() + ")")
                        .collect(Collectors.joining(", "));
        return types.isEmpty() ? none : types;
    }

    private String regions(Assessment seen) {
        String regions =
                seen.regions().stream()
                        .map(each ->
                                (each.region() == null ? undeclared : each.region())
                                        + " ("
                                        + each.interactions()
                                        + ")")
                        .collect(Collectors.joining(", "));
        return regions.isEmpty() ? none : regions;
    }

    /** What somebody wrote goes before what was counted. */
    private String number(@Nullable Long written, @Nullable Long counted) {
        Long number = written != null ? written : counted;
        return number == null ? unknown : number.toString();
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String template(Duty duty) {
        String name = "drafts/" + duty.id() + "." + id() + ".txt";
        try (InputStream file = NoticeDraft.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the draft " + name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
