package dev.avow.tenancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.avow.words.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The only opener of database connections. Whoever wants one names a tenant first, and sees that
 * tenant's rows and no others: PostgreSQL's row-level security decides, under a role that owns
 * nothing.
 *
 * <p>Calls block; use them on virtual threads. Safe for any thread.
 */
public final class Tenancy implements AutoCloseable {

    private static final String ENTER = "SELECT set_config('avow.tenant', ?, true)";

    private static final String ENTER_IN_TURN =
            """
            SELECT set_config('avow.tenant', ?, true),
                set_config('plan_cache_mode', 'force_generic_plan', true)
            """;

    private static final String ENTER_IN_TURN_UNHURRIED =
            """
            SELECT set_config('avow.tenant', ?, true),
                set_config('plan_cache_mode', 'force_generic_plan', true),
                set_config('synchronous_commit', 'off', true)
            """;

    private final DatabaseAccess access;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Tenancy(DatabaseAccess access, HikariDataSource pool) {
        this.access = access;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        jdbi.setSqlLogger(org.jdbi.v3.core.statement.SqlLogger.NOP_SQL_LOGGER);
    }

    /**
     * Migrates the schema and opens the pool.
     *
     * @throws DatabaseUnavailable where the server cannot be reached or refuses
     */
    public static Tenancy open(DatabaseAccess access) {
        Migration.run(access);
        return connect(access);
    }

    /**
     * Opens the pool on a schema that is known to be up to date, and does not look whether it is.
     *
     * @throws DatabaseUnavailable where the server cannot be reached or refuses
     */
    public static Tenancy connect(DatabaseAccess access) {
        HikariConfig config = new HikariConfig();
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "avow");
        properties.setProperty("logServerErrorDetail", "false");
        config.setDataSource(access.asApp(properties));
        config.setMaximumPoolSize(access.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setAutoCommit(true);
        config.setPoolName("avow");
        try {
            return new Tenancy(access, new HikariDataSource(config));
        } catch (RuntimeException refused) {
            throw DatabaseUnavailable.during("opening connections", refused);
        }
    }

    /**
     * Does work as one tenant, in one transaction.
     *
     * @throws DatabaseUnavailable where the database fails; nothing was changed then
     */
    public <T> T within(TenantId tenant, Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(handle -> {
                enter(handle.getConnection(), ENTER, tenant);
                return work.apply(handle);
            });
        } catch (JdbiException | SQLException failed) {
            throw DatabaseUnavailable.during("working for a tenant", failed);
        }
    }

    /** When what a transaction changed survives a crash of the machine or of the database. */
    public enum Durable {
        /** When it returns. */
        AT_ONCE(ENTER_IN_TURN),
        /**
         * Within a second. Until then a crash may undo it, and all that was committed after it:
         * never the one without the other.
         */
        SOON(ENTER_IN_TURN_UNHURRIED);

        private final String enter;

        Durable(String enter) {
            this.enter = enter;
        }
    }

    /**
     * Does work as one tenant of many that it is done for in turn: a statement is planned once for
     * all of them, whatever its values. Planning what asks for interactions takes longer than
     * reading some hundred.
     *
     * @throws DatabaseUnavailable where the database fails; nothing was changed then
     */
    public <T> T inTurn(TenantId tenant, Durable durable, Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(handle -> {
                enter(handle.getConnection(), durable.enter, tenant);
                return work.apply(handle);
            });
        } catch (JdbiException | SQLException failed) {
            throw DatabaseUnavailable.during("working for a tenant", failed);
        }
    }

    /**
     * Does work before the tenant is known. No row of any table is visible here; only the schema's
     * {@code gate_…} functions answer.
     */
    public <T> T atTheGate(Function<Handle, T> work) {
        try {
            return jdbi.withHandle(work::apply);
        } catch (JdbiException failed) {
            throw DatabaseUnavailable.during("asking at the gate", failed);
        }
    }

    /** All tenants, in the order of their ids. */
    public List<TenantId> tenants() {
        return atTheGate(handle ->
                handle.createQuery("SELECT gate_tenants() ORDER BY 1")
                        .mapTo(UUID.class)
                        .map(TenantId::new)
                        .list());
    }

    /**
     * Takes what was deleted of accounts out of the database's files; see the class {@code Scrub}.
     * Locks the tables for a moment.
     *
     * @param ownServer whether the server is Avow's own, with the owner as its superuser
     * @throws DatabaseUnavailable where a table was in use for too long, or the database fails
     */
    public void scrub(boolean ownServer) {
        new Scrub(access, ownServer).run();
    }

    /**
     * Gives Avow's database roles the passwords that the newest version of the master key derives.
     * Whoever knows both versions connects before and after.
     *
     * @throws DatabaseUnavailable where the database fails
     */
    public void setRolePasswords() {
        Migration.setPasswords(access);
    }

    /** A connection of its own that stays open, for a writer that commits in groups. */
    public TenantLane openLane() {
        return new TenantLane(access);
    }

    /** Tells of changes that any node made to policies, keys and providers. */
    public ChangeWatch watchChanges(ChangeWatch.Listener listener) {
        return new ChangeWatch(access, listener);
    }

    /**
     * The connections of the pool, at this moment.
     *
     * @param active in use
     * @param waiting threads that wait for one
     * @param most there may be
     */
    public record Connections(int active, int idle, int waiting, int most) {}

    /** How busy the pool is; does not block. */
    public Connections connections() {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        return now == null
                ? new Connections(0, 0, 0, pool.getMaximumPoolSize())
                : new Connections(
                        now.getActiveConnections(),
                        now.getIdleConnections(),
                        now.getThreadsAwaitingConnection(),
                        pool.getMaximumPoolSize());
    }

    private static void enter(Connection connection, String how, TenantId tenant)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(how)) {
            statement.setString(1, tenant.toString());
            statement.execute();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
