/**
 * What keys, people and tenants may spend, and what it costs.
 *
 * <p>Start at {@link TenantSpending}, which furnishes room 02's port: a {@code Ledger} for each
 * tenant counts in memory and reserves on all levels at once, {@code RateWindow}s count the last
 * minute, {@link PriceList} tells what a model costs. {@link PriceStore} and {@link BudgetStore}
 * keep what administrators set, {@link UsageReport} adds up what was recorded.
 */
@NullMarked
package dev.avow.budgets;

import org.jspecify.annotations.NullMarked;
