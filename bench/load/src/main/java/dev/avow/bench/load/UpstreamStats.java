package dev.avow.bench.load;

/**
 * What reached the fake upstream since the last reset: counts only, no text.
 *
 * @param requests chat requests
 * @param streams those of them that asked for a stream
 * @param sawEmail requests in which a bench e-mail address stood in the clear
 * @param sawPhone requests in which a bench phone number stood in the clear
 */
record UpstreamStats(long requests, long streams, long sawEmail, long sawPhone) {
    static final UpstreamStats NONE = new UpstreamStats(0, 0, 0, 0);

    UpstreamStats plus(UpstreamStats other) {
        return new UpstreamStats(
                requests + other.requests,
                streams + other.streams,
                sawEmail + other.sawEmail,
                sawPhone + other.sawPhone);
    }

    /** Adds one request. */
    UpstreamStats and(boolean stream, boolean email, boolean phone) {
        return plus(new UpstreamStats(1, stream ? 1 : 0, email ? 1 : 0, phone ? 1 : 0));
    }
}
