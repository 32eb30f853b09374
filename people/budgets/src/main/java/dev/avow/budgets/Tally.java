package dev.avow.budgets;

import java.util.Map;

/**
 * What one subject has spent or holds in the day and the month that are under way. Of a period that
 * is over nothing is kept: nobody can spend in it any more. Guarded by its {@link Ledger}.
 */
final class Tally {

    /** One period's. */
    private static final class Count {
        private long number = Long.MIN_VALUE;
        private long picos;
        private long tokens;

        /** Goes on to a later period; an earlier one is counted with the present. */
        void reach(long wanted) {
            if (wanted > number) {
                number = wanted;
                picos = 0;
                tokens = 0;
            }
        }

        void takeTo(Subject subject, Period period, Map<CountRows.Place, CountRows.Count> to) {
            if (picos != 0 || tokens != 0) {
                CountRows.Count _ =
                        to.put(
                                new CountRows.Place(subject, period, number),
                                new CountRows.Count(picos, tokens));
                picos = 0;
                tokens = 0;
            }
        }

        void add(long morePicos, long moreTokens) {
            picos = sum(picos, morePicos);
            tokens = sum(tokens, moreTokens);
        }
    }

    /** Of what can be no more, nothing more comes. */
    static long sum(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? Long.MAX_VALUE : sum;
    }

    private final Count ofDay = new Count();
    private final Count ofMonth = new Count();

    private Count count(Period period) {
        return switch (period) {
            case DAY -> ofDay;
            case MONTH -> ofMonth;
        };
    }

    void reach(Period period, long number) {
        count(period).reach(number);
    }

    /** The number of the period that is counted now. */
    long number(Period period) {
        return count(period).number;
    }

    long picos(Period period) {
        return count(period).picos;
    }

    long tokens(Period period) {
        return count(period).tokens;
    }

    /** Adds to a period, unless that is over. */
    void add(Period period, long number, long picos, long tokens) {
        Count count = count(period);
        if (count.number == number) {
            count.add(picos, tokens);
        }
    }

    /** Takes what is counted out of here. The periods stay. */
    void takeTo(Subject subject, Map<CountRows.Place, CountRows.Count> to) {
        for (Period period : Period.values()) {
            count(period).takeTo(subject, period, to);
        }
    }
}
