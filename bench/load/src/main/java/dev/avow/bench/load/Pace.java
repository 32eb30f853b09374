package dev.avow.bench.load;

import java.util.HashMap;
import java.util.Map;

/** At which rate a gateway's latency is taken. For one thread. */
final class Pace {

    private final double share;
    private final double fixed;
    private final double busy;
    private final Map<String, Double> found = new HashMap<>();

    private Pace(double share, double fixed, double busy) {
        this.share = share;
        this.fixed = fixed;
        this.busy = busy;
    }

    /** A share of its own most; above 0, at most 1. */
    static Pace share(double share) {
        return new Pace(share, 0, 0);
    }

    /** The same number of requests a second for all; above 0. */
    static Pace fixed(double rate) {
        return new Pace(0, rate, 0);
    }

    /**
     * The rate at which this share of the machine's processors is busy, the generator and the
     * upstream included, or that share of its own most, whichever is less: a gateway of one thread
     * cannot make a machine busy. Above 0, below 1. It is found by going there step by step.
     */
    static Pace busy(double share) {
        return new Pace(0, 0, share);
    }

    /** Requests a second, at least one. */
    double rate(String gateway, Measured most) {
        if (fixed > 0) {
            return fixed;
        }
        if (busy > 0) {
            double ofMost = Math.max(1, most.perSecond() * busy);
            return Math.min(ofMost, found.getOrDefault(gateway, ofMost));
        }
        return Math.max(1, most.perSecond() * share);
    }

    /** What was seen at a rate that was given out. */
    void saw(String gateway, double rate, double busyShare) {
        if (busy > 0 && busyShare > 0) {
            found.put(gateway, Math.max(1, rate * busy / busyShare));
        }
    }
}
