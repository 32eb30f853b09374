package dev.avow.budgets;

import java.util.List;

/** A tenant's prices and budgets, as they were read. Immutable. */
record Book(PriceList prices, BudgetSet budgets, List<Budget> all) {}
