package dev.avow.processing;

import static dev.avow.words.DataClass.ACCOUNT;
import static dev.avow.words.DataClass.AUDIT_LOG;
import static dev.avow.words.DataClass.CREDENTIAL;
import static dev.avow.words.DataClass.INTERACTION;
import static dev.avow.words.DataClass.PRIVACY_RECORD;

import dev.avow.words.DataClass;
import java.util.List;

/**
 * A place outside the database's tables where something is held: the rows of the table of files in
 * {@code docs/data-catalogue.md}. Text is Markdown.
 *
 * @param place the file or folder, as settings name it
 * @param classes empty where it holds what the tables hold
 */
public record HeldPlace(
        String place, String holds, List<DataClass> classes, String kept, String erased) {

    /** All of them. */
    public static final List<HeldPlace> ALL =
            List.of(
                    new HeldPlace(
                            "`AVOW_KEYS_DIR/master.json`",
                            "the master key, wrapped where a key service is set",
                            List.of(CREDENTIAL),
                            "for good; yours to back up",
                            "by you"),
                    new HeldPlace(
                            "`AVOW_KEYS_DIR/subjects/TENANT/PERSON.key`",
                            "a person's key, wrapped under the tenant's",
                            List.of(CREDENTIAL),
                            "with the account",
                            "overwritten and removed; `PERSON.destroyed` stays, without content"),
                    new HeldPlace(
                            "`AVOW_KEYS_DIR/periods/TENANT/DAY.key`",
                            "the key of what goes on one day, wrapped under the tenant's",
                            List.of(CREDENTIAL),
                            "until the day is over, and longer where a legal hold keeps something"
                                    + " of it",
                            "overwritten and removed; `DAY.destroyed` stays, without content"),
                    new HeldPlace(
                            "`AVOW_KEYS_DIR/tenants/TENANT.key`",
                            "a tenant's key that was rotated, wrapped under the master key",
                            List.of(CREDENTIAL),
                            "closure",
                            "overwritten with each rotation"),
                    new HeldPlace(
                            "`AVOW_KEYS_DIR/privacy.journal`",
                            "erasures and legal holds: ids, times, the reason sealed",
                            List.of(PRIVACY_RECORD),
                            "for good",
                            "holds ids alone"),
                    new HeldPlace(
                            "`AVOW_KEYS_BACKUP_DIR`",
                            "a copy of the keys of people, of days and of that journal",
                            List.of(CREDENTIAL, PRIVACY_RECORD),
                            "as they are",
                            "as they are, with the next backup or erasure"),
                    new HeldPlace(
                            "`journal/` in the home folder",
                            "interactions on their way into the database",
                            List.of(INTERACTION),
                            "minutes",
                            "wiped, minutes after the rows are written"),
                    new HeldPlace(
                            "`journal/*.unreadable` in the home folder",
                            "a file of the journal that could not be read: the disk failed there,"
                                    + " or a later version wrote it",
                            List.of(INTERACTION),
                            "until a start can read it, as long as interactions at most, and while"
                                    + " any legal hold is in force; for good where interactions go"
                                    + " with the account",
                            "wiped; what it says of a person who is gone is not recorded"),
                    new HeldPlace(
                            "`checkpoints/` in the home folder",
                            "signed roots of the audit log",
                            List.of(AUDIT_LOG),
                            "for good",
                            "holds hashes alone"),
                    new HeldPlace(
                            "`exports/` in the home folder",
                            "copies of a person's data that can be resumed, sealed under the"
                                    + " person's key",
                            List.of(ACCOUNT, INTERACTION),
                            "`AVOW_DATA_EXPORT_RESUME_MINUTES`, in files without a name",
                            "with the person's key, and at once with the request"),
                    new HeldPlace(
                            "`postgres/` in the home folder",
                            "the tables",
                            List.of(),
                            "as the tables",
                            "what an erased account left is written over"
                                    + " ([rights.md](rights.md))"),
                    new HeldPlace(
                            "archives (`AVOW_INTERACTION_ARCHIVE_LOCATION`)",
                            "interactions, sealed by person",
                            List.of(INTERACTION),
                            "until their retention ends",
                            "with the person's key"),
                    new HeldPlace(
                            "backups (`AVOW_BACKUP_LOCATION`)",
                            "every table, sealed by person",
                            List.of(),
                            "`AVOW_BACKUP_RETENTION`",
                            "with the person's key"));

    public HeldPlace {
        classes = List.copyOf(classes);
    }

    /** The names of its classes. */
    public List<String> classIds() {
        return classes.stream().map(DataClass::id).toList();
    }
}
