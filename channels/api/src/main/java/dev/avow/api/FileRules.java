package dev.avow.api;

import java.time.Duration;

/**
 * What files may have, and uploads in parts.
 *
 * @param perRequest files that one request may name
 * @param batchValues masked values of files that a batch's lines name, counted on each line
 * @param nameChars of a file's name
 * @param pageSize files or batches that a list tells at once
 * @param jsonBytes of a request about them that is no form
 * @param timeout until a provider's answer about one counts as none
 * @param parts of one upload
 * @param ofOneOwner uploads of one key or person at once
 * @param uploadLasts after which an upload that was not completed is gone
 * @param uploadRests after which it is gone where no part comes
 */
public record FileRules(
        int perRequest,
        int batchValues,
        int nameChars,
        int pageSize,
        int jsonBytes,
        Duration timeout,
        int parts,
        int ofOneOwner,
        Duration uploadLasts,
        Duration uploadRests) {}
