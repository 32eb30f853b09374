package dev.avow.budgets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The budgets of a tenant, by whose they are. Immutable. */
final class BudgetSet {

    private final Map<Subject, List<Budget>> bySubject;
    private final boolean withMoney;

    BudgetSet(List<Budget> budgets) {
        this.bySubject =
                new HashMap<>(budgets.stream().collect(Collectors.groupingBy(Budget::subject)));
        this.withMoney = budgets.stream().anyMatch(each -> each.moneyMicros() != null);
    }

    boolean isEmpty() {
        return bySubject.isEmpty();
    }

    List<Budget> of(Subject subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /** Whether there is a budget for one of these. */
    boolean concern(List<Subject> subjects) {
        return !bySubject.isEmpty() && subjects.stream().anyMatch(bySubject::containsKey);
    }

    /** Whether one of these is limited in money, so that a price must be known. */
    boolean countsMoneyOf(List<Subject> subjects) {
        if (withMoney) {
            for (Subject subject : subjects) {
                for (Budget budget : of(subject)) {
                    if (budget.moneyMicros() != null) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
