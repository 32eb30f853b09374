package dev.avow.budgets;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A use that is to be held in the database, and what became of that. Under the ledger's turn. */
final class Claim {

    private final Ledger.Hold hold;
    private final long day;
    private final BudgetSet budgets;
    private @Nullable Verdict verdict;
    private @Nullable RuntimeException failed;

    Claim(Ledger.Hold hold, long day, BudgetSet budgets) {
        this.hold = hold;
        this.day = day;
        this.budgets = budgets;
    }

    Ledger.Hold hold() {
        return hold;
    }

    long day() {
        return day;
    }

    BudgetSet budgets() {
        return budgets;
    }

    void decided(Verdict decision) {
        verdict = decision;
    }

    void failed(RuntimeException why) {
        failed = why;
    }

    boolean isOpen() {
        return verdict == null && failed == null;
    }

    /** What was decided; fails as the transaction did, where it did. */
    Verdict verdict() {
        if (failed != null) {
            throw failed;
        }
        return Objects.requireNonNull(verdict);
    }
}
