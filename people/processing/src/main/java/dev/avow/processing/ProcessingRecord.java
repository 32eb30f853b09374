package dev.avow.processing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of processing activities (GDPR Art. 30(1)): what is known of each of its points, and in
 * {@link #missing()} what the law asks for and nobody has told Avow.
 *
 * @param region where the installation keeps its data
 * @param measures technical and organisational ones that the platform itself takes (point g)
 */
public record ProcessingRecord(
        Instant generatedAt,
        Controller controller,
        String profile,
        String region,
        List<Activity> activities,
        List<Recipient> recipients,
        List<Place> places,
        List<Limit> retention,
        List<String> measures,
        List<String> missing) {

    public ProcessingRecord {
        activities = List.copyOf(activities);
        recipients = List.copyOf(recipients);
        places = List.copyOf(places);
        retention = List.copyOf(retention);
        measures = List.copyOf(measures);
        missing = List.copyOf(missing);
    }

    /**
     * What is done with data of one class.
     *
     * @param legalBasis proposed; the controller confirms it
     * @param kept how long, as it is in force
     */
    public record Activity(
            String dataClass,
            String name,
            String purpose,
            String dataSubjects,
            String dataCategories,
            String legalBasis,
            String kept,
            List<Table> tables) {

        public Activity {
            tables = List.copyOf(tables);
        }
    }

    /** A table, as the schema declares it. */
    public record Table(
            String name, String kept, String erased, List<String> sealed, List<String> persons) {}

    /**
     * A host that received text, masked as the policies said, or mail as it was written.
     *
     * @param purpose what it received it for; {@link #MAIL} for mail
     * @param region as it was declared; null where it never was
     * @param agreement as above
     * @param outsideRegion whether it works in another region than this installation; null where
     *     its region is not known
     */
    public record Recipient(
            String host,
            String provider,
            String purpose,
            @Nullable String region,
            @Nullable String agreement,
            @Nullable Boolean outsideRegion,
            Instant firstSeen,
            Instant lastSeen,
            long uses) {

        /** The purpose of whoever takes mail. */
        public static final String MAIL = "mail";
    }

    /** A place outside the tables. */
    public record Place(
            String place, String holds, List<String> dataClasses, String kept, String erased) {}

    /**
     * A retention value in force.
     *
     * @param source {@code profile} or {@code setting}
     */
    public record Limit(String dataClass, String retention, String source) {}
}
