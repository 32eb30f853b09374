package dev.avow.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.PGConnection;

/** Brings the schema up to date as the owner, and makes the application's role. */
final class Migration {

    /** Any number: only one node at a time may make the role. */
    private static final String LOCK = "SELECT pg_advisory_lock(6125023411)";

    private static final String MAKE_ROLE =
            """
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'avow_app') THEN
                    CREATE ROLE avow_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
                END IF;
            END $$
            """;

    private Migration() {}

    static void run(DatabaseAccess access) {
        try (Connection owner = access.asOwner(new Properties()).getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(LOCK);
            statement.execute(MAKE_ROLE);
            setPasswords(owner, access);
            flyway(access).load().migrate();
        } catch (SQLException | FlywayException failed) {
            throw DatabaseUnavailable.during("preparing the database", failed);
        }
    }

    /** Gives the roles the passwords that the newest version of the master key derives. */
    static void setPasswords(DatabaseAccess access) {
        try (Connection owner = access.openAsOwner()) {
            setPasswords(owner, access);
        } catch (SQLException failed) {
            throw DatabaseUnavailable.during("setting its roles' passwords", failed);
        }
    }

    private static void setPasswords(Connection owner, DatabaseAccess access) throws SQLException {
        setPassword(owner, DatabaseAccess.APP_ROLE, access.appPasswords());
        if (access.ownerPasswords().plaintext().size() > 1) {
            setPassword(owner, access.owner(), access.ownerPasswords());
        }
    }

    /** The driver sends a salted SCRAM verifier, never the password itself. */
    private static void setPassword(Connection owner, String role, RolePasswords passwords)
            throws SQLException {
        owner.unwrap(PGConnection.class)
                .alterUserPassword(
                        role, passwords.plaintext().getFirst().toCharArray(), "scram-sha-256");
    }

    /**
     * Brings an empty schema to an earlier version, for rows of that time. What is made anew
     * whenever it changes (functions, rights) is left for {@link #run}: it fits the newest version
     * alone.
     *
     * @param version may be one that this program does not know; it then comes as far as it can
     */
    static void runTo(DatabaseAccess access, String version) {
        try {
            flyway(access)
                    .repeatableSqlMigrationPrefix("not-yet")
                    .target(version + "?")
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw DatabaseUnavailable.during("preparing an empty database", failed);
        }
    }

    private static FluentConfiguration flyway(DatabaseAccess access) {
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(access.asOwner(new Properties()))
                .locations("classpath:avow/schema");
    }
}
