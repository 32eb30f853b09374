package dev.avow.mask;

import dev.avow.words.Destination;
import dev.avow.words.FormFiles;

/**
 * What may be said to a provider of files and batches that it keeps: either made of requests that
 * may leave, or of nothing but ids of the provider's own. Nobody but {@link Errands} can make one,
 * and providers take nothing else. Immutable; safe for any thread.
 */
public sealed interface Errand permits MintedErrand {

    /** What is wanted (OpenAI's API reference, "Files" and "Batch"). */
    enum Kind {
        /** A file is given; the form's fields are {@link #body}. */
        UPLOAD,
        /** A file is looked up. */
        FILE,
        /** A file is deleted. */
        DELETE,
        /** A file's content is fetched. */
        CONTENT,
        /** A batch is begun. */
        BEGIN,
        /** A batch is looked up. */
        BATCH,
        /** A batch is given up. */
        CANCEL,
        /** A message batch is begun (Anthropic's API reference, "Message Batches"). */
        MESSAGES_BEGIN,
        /** A message batch is looked up. */
        MESSAGES_BATCH,
        /** A message batch's results are fetched. */
        MESSAGES_RESULTS,
        /** A message batch is given up. */
        MESSAGES_CANCEL,
        /** A message batch is deleted. */
        MESSAGES_DELETE
    }

    Kind kind();

    /** Whose provider it goes to; its model is of no meaning here. */
    Destination destination();

    /** The provider's own id of the file or batch; empty where there is none yet. */
    String remoteId();

    /** JSON; empty where nothing but the path is said. */
    byte[] body();

    /** The file of an upload. */
    FormFiles files();
}
