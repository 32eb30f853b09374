package dev.avow.presidio;

import java.time.Duration;

/**
 * How much one request may ask for.
 *
 * @param openOnLoopback whether a request from the same machine needs no API key
 * @param maxBodyBytes largest body, in bytes
 * @param maxPatterns ad-hoc patterns in one request, at most
 * @param maxPatternLength UTF-16 code units of one pattern, at most
 * @param maxTerms terms of deny lists and of the allow list in one request, at most
 * @param maxResults results in one answer, at most
 * @param budget how long all texts of one request may be looked at
 */
public record PresidioLimits(
        boolean openOnLoopback,
        int maxBodyBytes,
        int maxPatterns,
        int maxPatternLength,
        int maxTerms,
        int maxResults,
        Duration budget) {}
