package dev.avow.incidents;

import dev.avow.words.DataClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Avow's own records say of an incident's scope, in counts: metadata alone, since there is
 * nothing else (B6). Kept with the incident, as the records it was counted from expire.
 *
 * @param at when it was counted
 * @param from inclusive
 * @param to exclusive
 * @param people accounts, those for whom a key acted included
 * @param apiKeys keys that were used
 * @param interactions uses of models
 * @param interactionsWithoutAccount those of them by keys that act for nobody in particular, such
 *     as a bot's: who stands behind them Avow does not know
 * @param findings by finding type
 * @param recipients who received text
 * @param regions where they work
 * @param records how many records there are of each other data class of the scope
 * @param completeness what could not be counted
 */
public record Assessment(
        Instant at,
        Instant from,
        Instant to,
        long people,
        long apiKeys,
        long interactions,
        long interactionsWithoutAccount,
        List<Finding> findings,
        List<Recipient> recipients,
        List<RegionCount> regions,
        Map<DataClass, Long> records,
        Completeness completeness) {

    public Assessment {
        findings = List.copyOf(findings);
        recipients = List.copyOf(recipients);
        regions = List.copyOf(regions);
        records = Map.copyOf(records);
    }

    /**
     * How often one kind of personal data was found.
     *
     * @param leftUnmasked findings in prompts that left as they were
     * @param leftMasked findings in prompts that left with something in their place
     * @param stayed findings in prompts of which nobody received anything
     * @param inAnswers findings that the model's answers brought
     */
    public record Finding(
            String type, long leftUnmasked, long leftMasked, long stayed, long inAnswers) {}

    /**
     * Who received text.
     *
     * @param purpose {@code model}, {@code names} or {@code guard}
     * @param host null where not known
     * @param region as it was declared; null where nobody did
     * @param agreement likewise
     */
    public record Recipient(
            String purpose,
            String provider,
            @Nullable String host,
            @Nullable String region,
            @Nullable String agreement,
            long interactions) {}

    /**
     * Interactions that reached a region.
     *
     * @param region null where nobody declared it
     */
    public record RegionCount(@Nullable String region, long interactions) {}

    /**
     * What could not be counted. Partial is not whole: whoever tells how many people are concerned
     * must know.
     *
     * @param fromArchive interactions that were counted in the archive
     * @param erased interactions in the archive that nobody can read, as their people were erased
     * @param erasedPeople who were erased since the span began; of the table their interactions are
     *     gone, and nobody can say whether any was of the scope
     * @param archiveUnreadable whether some of the archive could not be read
     * @param keptSince interactions before this are gone by their age; null where none of the span
     *     are
     */
    public record Completeness(
            long fromArchive,
            long erased,
            long erasedPeople,
            boolean archiveUnreadable,
            @Nullable Instant keptSince) {

        /** Whether everything was counted. */
        public boolean complete() {
            return erased == 0 && erasedPeople == 0 && !archiveUnreadable && keptSince == null;
        }
    }

    /** Records of all kinds, for the approximate number of GDPR Art. 33(3)(a). */
    public long allRecords() {
        return interactions + records.values().stream().mapToLong(Long::longValue).sum();
    }
}
