package dev.avow.api;

import java.time.Duration;

/**
 * What files and batches may have.
 *
 * @param mostLines of one file
 * @param mostLineBytes of one line's request
 * @param kept how long what is known of a file is kept
 * @param keepsText whether that includes what restores its answers; where not, they stay masked
 */
public record BatchRules(int mostLines, int mostLineBytes, Duration kept, boolean keepsText) {

    /**
     * What ids need to be found again where nothing else is kept: as long as OpenAI keeps files.
     */
    private static final int DAYS_WITHOUT_TEXT = 30;

    /**
     * By settings.
     *
     * @param days 0 where no text is kept
     */
    public static BatchRules of(int mostLines, int mostLineBytes, int days) {
        return new BatchRules(
                mostLines,
                mostLineBytes,
                Duration.ofDays(days == 0 ? DAYS_WITHOUT_TEXT : days),
                days > 0);
    }
}
