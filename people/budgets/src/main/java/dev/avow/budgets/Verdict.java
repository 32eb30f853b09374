package dev.avow.budgets;

/** What became of the wish to hold a charge. */
sealed interface Verdict {

    /** It is held on all its levels. */
    record Held() implements Verdict {}

    /** A budget has no room for it, and nothing is held. */
    record Exceeded(Budget budget) implements Verdict {}

    /** Other nodes count too, or may: memory cannot tell, and nothing is held. */
    record Elsewhere() implements Verdict {}

    Verdict HELD = new Held();

    Verdict ELSEWHERE = new Elsewhere();
}
