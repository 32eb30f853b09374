package dev.avow.settings;

import java.time.Duration;

/** How much of files may come, and what of pictures, sound and documents may leave. Immutable. */
public final class AttachmentSettings {

    /** Below it a reader's process has hardly room for its parsers. */
    private static final int LEAST_HEAP = 64;

    private final SettingsReader reader;

    AttachmentSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** Largest form with files, in bytes. */
    public int maxUploadBytes() {
        return reader.number(Setting.MAX_UPLOAD_BYTES);
    }

    /** Forms with files that are held in memory at once, at most. */
    public int maxUploads() {
        return reader.number(Setting.MAX_UPLOADS);
    }

    /**
     * Days that what restores a batch's answers is kept; 0: it is not, and they stay masked. Where
     * it is not set, 0 under the profile that never stores conversation text (B6), else 30.
     */
    public int batchRetentionDays() {
        boolean neverStores = reader.text(Setting.PROFILE).equals("governance");
        return reader.optional(Setting.BATCH_RETENTION)
                .map(Integer::parseInt)
                .orElse(neverStores ? 0 : 30);
    }

    /** Whether that was said, and does not follow from the profile. */
    public boolean isBatchRetentionSet() {
        return reader.isSet(Setting.BATCH_RETENTION);
    }

    /** Lines of one file of a batch, at most. */
    public int batchMaxLines() {
        return reader.number(Setting.BATCH_MAX_LINES);
    }

    /** How far pictures may go: {@code allow}, {@code local} or {@code block}. */
    public String images() {
        return reader.text(Setting.ATTACHMENTS_IMAGES);
    }

    /** How far sound may go: {@code allow}, {@code local} or {@code block}. */
    public String audio() {
        return reader.text(Setting.ATTACHMENTS_AUDIO);
    }

    /** Whether documents leave that could not be read as a whole. */
    public boolean unreadableDocumentsAllowed() {
        return reader.text(Setting.DOCUMENTS_UNREADABLE).equals("allow");
    }

    /** Characters taken out of one document, at most. */
    public int documentMaxChars() {
        return reader.number(Setting.DOCUMENTS_MAX_CHARS);
    }

    /** How long one document may take to be read, waiting for its turn and process included. */
    public Duration documentTimeout() {
        return reader.millis(Setting.DOCUMENTS_TIMEOUT_MS);
    }

    /** Whether PDFs are read. */
    public boolean pdf() {
        return reader.flag(Setting.DOCUMENTS_PDF);
    }

    /** Documents that are read at once, at most. */
    public int documentsAtOnce() {
        return reader.number(Setting.DOCUMENTS_MAX_CONCURRENT);
    }

    /**
     * Heap of a process that reads documents, in MiB.
     *
     * @throws BadSetting where it is too small to read one
     */
    public int documentHeapMegabytes() {
        int megabytes = reader.number(Setting.DOCUMENTS_HEAP_MB);
        if (megabytes < LEAST_HEAP) {
            throw new BadSetting("AVOW_DOCUMENTS_HEAP_MB must be " + LEAST_HEAP + " or more");
        }
        return megabytes;
    }

    /** Documents after which a process that reads them is replaced. */
    public int documentsPerProcess() {
        return reader.number(Setting.DOCUMENTS_PER_PROCESS);
    }

    /** How long a process that reads documents stays without one. */
    public Duration documentIdle() {
        return Duration.ofSeconds(reader.number(Setting.DOCUMENTS_IDLE_SECONDS));
    }
}
