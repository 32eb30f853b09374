package dev.avow.budgets;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A budget as an administrator wants it.
 *
 * @param subjectId the key's or the person's; null for the tenant's
 * @param usd in US dollars; null: any
 * @param tokens null: any
 */
public record BudgetDraft(
        Subject.Level level,
        @Nullable UUID subjectId,
        Period period,
        @Nullable BigDecimal usd,
        @Nullable Long tokens) {}
