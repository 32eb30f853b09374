package dev.avow.app;

import dev.avow.backup.BackupPlace;
import dev.avow.backup.FolderPlace;
import dev.avow.objects.S3Access;
import dev.avow.objects.S3Check;
import dev.avow.objects.S3Check.Versions;
import dev.avow.objects.S3Location;
import dev.avow.objects.S3Store;
import dev.avow.retain.FolderObjects;
import dev.avow.retain.ObjectStore;
import dev.avow.settings.BadSetting;
import dev.avow.settings.ObjectStoreSettings;
import dev.avow.settings.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where archives and backups go: a folder, or a bucket of an S3-compatible store. The SDK for the
 * latter is not touched where neither is one.
 */
final class Places {

    static final String FORM =
            " must be a folder, or s3://bucket/prefix of letters, digits, points and dashes";

    private Places() {}

    /**
     * For archives.
     *
     * @throws BadSetting where the location is no place
     */
    static ObjectStore archive(String location, ObjectStoreSettings settings) {
        return s3(location)
                .map(bucket -> S3Store.open(bucket, access(settings)).objects())
                .or(() -> folder(location).map(FolderObjects::new))
                .orElseThrow(() -> new BadSetting("AVOW_INTERACTION_ARCHIVE_LOCATION" + FORM));
    }

    /**
     * The place for backups that the settings name.
     *
     * @throws BadSetting where the location is no place
     */
    static BackupPlace backups(Settings settings) {
        return backups(settings.backups().location(), settings.objectStore())
                .orElseThrow(() -> new BadSetting("AVOW_BACKUP_LOCATION" + FORM));
    }

    /** A place for backups; empty where the location is none. */
    static Optional<BackupPlace> backups(String location, ObjectStoreSettings settings) {
        Optional<BackupPlace> bucket =
                s3(location).map(each -> S3Store.open(each, access(settings)).place());
        return bucket.or(() -> folder(location).map(FolderPlace::new));
    }

    /**
     * Looks at the buckets that the server would use, and at the form of what it does not use yet.
     *
     * @return lines for the operator
     * @throws BadSetting where a location is no place, or a bucket refuses, or keeps versions and
     *     may not
     */
    static List<String> check(Settings settings) {
        settings.retention()
                .namedArchiveLocation()
                .ifPresent(each -> require("AVOW_INTERACTION_ARCHIVE_LOCATION", each));
        require("AVOW_BACKUP_LOCATION", settings.backups().location());
        List<String> locations = new ArrayList<>();
        settings.retention().archiveLocation().ifPresent(locations::add);
        if (settings.backups().enabled()) {
            locations.add(settings.backups().location());
        }
        return locations.stream()
                .distinct()
                .flatMap(each -> check(each, settings.objectStore()).stream())
                .distinct()
                .toList();
    }

    /** Looks at one of them; nothing to say of a folder. */
    static Optional<String> check(String location, ObjectStoreSettings settings) {
        return s3(location)
                .flatMap(bucket -> {
                    try (S3Store store = S3Store.open(bucket, access(settings))) {
                        return switch (store.check()) {
                            case S3Check.Usable usable ->
                                    versions(bucket, usable.versions(), settings);
                            case S3Check.Refused refused -> throw new BadSetting(refused.why());
                            case S3Check.Unreachable unreachable -> Optional.of(unreachable.why());
                        };
                    }
                });
    }

    private static Optional<String> versions(
            S3Location bucket, Versions versions, ObjectStoreSettings settings) {
        if (settings.allowsVersions()) {
            return Optional.empty();
        }
        return switch (versions) {
            case NOT_KEPT -> Optional.empty();
            case KEPT ->
                    throw new BadSetting(
                            "the bucket "
                                    + bucket.bucket()
                                    + " keeps versions of what is deleted from it, so that archives"
                                    + " and backups would outlive their time; turn versioning off,"
                                    + " or set AVOW_S3_VERSIONED_BUCKET=allow and see"
                                    + " docs/object-storage.md");
            case UNKNOWN ->
                    Optional.of(
                            "it could not be seen whether the bucket "
                                    + bucket.bucket()
                                    + " keeps versions of what is deleted from it; see"
                                    + " docs/object-storage.md");
        };
    }

    private static S3Access access(ObjectStoreSettings settings) {
        return new S3Access(
                settings.endpoint(),
                settings.region(),
                settings.pathStyle(),
                settings.accessKeyId()
                        .map(id ->
                                new S3Access.Credentials(
                                        id, settings.plaintextSecretAccessKey().orElseThrow())),
                settings.patience());
    }

    private static void require(String setting, String location) {
        if (s3(location).isEmpty() && folder(location).isEmpty()) {
            throw new BadSetting(setting + FORM);
        }
    }

    private static Optional<S3Location> s3(String location) {
        return location.contains("://") ? S3Location.of(location) : Optional.empty();
    }

    /** Empty where it is none. */
    static Optional<Path> folder(String location) {
        try {
            return location.isBlank() || location.contains("://")
                    ? Optional.empty()
                    : Optional.of(Path.of(location));
        } catch (InvalidPathException malformed) {
            return Optional.empty();
        }
    }
}
