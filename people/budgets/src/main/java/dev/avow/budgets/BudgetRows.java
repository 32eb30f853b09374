package dev.avow.budgets;

import dev.avow.tenancy.RowTime;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The rows of {@code budgets}. */
final class BudgetRows {

    private static final String ALL = "SELECT * FROM budgets ORDER BY created_at DESC, id DESC";

    private static final String LOCKED = "SELECT * FROM budgets WHERE id = :id FOR UPDATE";

    private static final String INSERT =
            """
            INSERT INTO budgets (tenant_id, id, api_key_id, user_id, period, money_micros, tokens,
                created_by, created_at, modified_at)
            VALUES (:tenant, :id, :key::uuid, :user::uuid, :period, :money, :tokens,
                :by::uuid, :created_at, :modified_at)
            """;

    private static final String CHANGE =
            """
            UPDATE budgets SET money_micros = :money, tokens = :tokens, modified_at = :modified_at
            WHERE id = :id
            """;

    private static final String DELETE = "DELETE FROM budgets WHERE id = :id";

    private BudgetRows() {}

    static List<Budget> all(Handle handle, TenantId tenant) {
        return handle.createQuery(ALL).map((row, _) -> read(row, tenant)).list();
    }

    static Optional<Budget> lock(Handle handle, TenantId tenant, UUID id) {
        return handle.createQuery(LOCKED)
                .bind("id", id)
                .map((row, _) -> read(row, tenant))
                .findOne();
    }

    static void insert(Handle handle, TenantId tenant, Budget budget) {
        Subject subject = budget.subject();
        bind(handle.createUpdate(INSERT), budget)
                .bind("tenant", tenant.value())
                .bindByType(
                        "key",
                        subject.level() == Subject.Level.API_KEY ? subject.id() : null,
                        UUID.class)
                .bindByType(
                        "user",
                        subject.level() == Subject.Level.USER ? subject.id() : null,
                        UUID.class)
                .bind("period", budget.period().id())
                .bindByType("by", budget.createdBy(), UUID.class)
                .bind("created_at", budget.createdAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    static void change(Handle handle, Budget budget) {
        bind(handle.createUpdate(CHANGE), budget).execute();
    }

    static void delete(Handle handle, UUID id) {
        handle.createUpdate(DELETE).bind("id", id).execute();
    }

    private static Update bind(Update update, Budget budget) {
        return update.bind("id", budget.id())
                .bindByType("money", budget.moneyMicros(), Long.class)
                .bindByType("tokens", budget.tokens(), Long.class)
                .bind("modified_at", budget.modifiedAt().atOffset(ZoneOffset.UTC));
    }

    private static Budget read(ResultSet row, TenantId tenant) throws SQLException {
        UUID key = row.getObject("api_key_id", UUID.class);
        UUID user = row.getObject("user_id", UUID.class);
        Subject subject =
                key != null
                        ? new Subject(Subject.Level.API_KEY, key)
                        : user != null
                                ? new Subject(Subject.Level.USER, user)
                                : new Subject(Subject.Level.TENANT, tenant.value());
        return new Budget(
                row.getObject("id", UUID.class),
                subject,
                Period.valueOf(row.getString("period").toUpperCase(java.util.Locale.ROOT)),
                row.getObject("money_micros", Long.class),
                row.getObject("tokens", Long.class),
                row.getObject("created_by", UUID.class),
                RowTime.at(row, "created_at"),
                RowTime.at(row, "modified_at"));
    }
}
