package dev.avow.settings;

import java.time.Duration;

/**
 * What files that a provider keeps may have, and how long it is asked to delete them. Immutable.
 */
public final class FileSettings {

    private final SettingsReader reader;

    FileSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** Files that one request may name. */
    public int perRequest() {
        return reader.number(Setting.FILES_PER_REQUEST);
    }

    /** Masked values of files that a batch's lines name, counted on each line. */
    public int batchValues() {
        return reader.number(Setting.BATCH_MAX_FILE_VALUES);
    }

    /** Longest name of a file, in characters. */
    public int nameChars() {
        return reader.number(Setting.FILE_NAME_MAX_CHARS);
    }

    /** Files or batches that a list tells at once, at most. */
    public int pageSize() {
        return reader.number(Setting.FILES_PAGE_SIZE);
    }

    /** Largest request about files that is no form, in bytes. */
    public int jsonBytes() {
        return reader.number(Setting.FILES_MAX_JSON_BYTES);
    }

    /** How long a provider may take with a file, to the end of its answer. */
    public Duration timeout() {
        return Duration.ofSeconds(reader.number(Setting.FILES_TIMEOUT_SECONDS));
    }

    /** Parts of one upload, at most. */
    public int uploadParts() {
        return reader.number(Setting.UPLOAD_MAX_PARTS);
    }

    /** Uploads in parts of one key or person at once, at most. */
    public int uploadsOfOneOwner() {
        return reader.number(Setting.UPLOADS_PER_OWNER);
    }

    /** How long an upload in parts may take. */
    public Duration uploadLasts() {
        return Duration.ofMinutes(reader.number(Setting.UPLOAD_MINUTES));
    }

    /** How long no part of it may come. */
    public Duration uploadRests() {
        return Duration.ofMinutes(reader.number(Setting.UPLOAD_IDLE_MINUTES));
    }

    /** How long a provider is asked to delete what it keeps. */
    public Duration deletionPatience() {
        return Duration.ofDays(reader.number(Setting.FILE_DELETION_DAYS));
    }

    /** Between two times that it is asked, at most. */
    public Duration deletionMaxPause() {
        return Duration.ofMinutes(reader.number(Setting.FILE_DELETION_MAX_PAUSE_MINUTES));
    }
}
