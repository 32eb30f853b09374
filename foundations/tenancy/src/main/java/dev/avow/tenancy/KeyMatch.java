package dev.avow.tenancy;

import dev.avow.sealing.MasterKey;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Looks whether a database is one of this master key, before anything in it is changed: whoever
 * opens it gives the application's role the password that the key derives, and a node that was left
 * with another key would lock out all the others.
 */
public final class KeyMatch {

    private static final String IS_THERE =
            "SELECT to_regclass('public.tenant_keys') IS NOT NULL AS there";

    private static final String WRAPPED = "SELECT wrapped FROM public.tenant_keys";

    private KeyMatch() {}

    /**
     * Looks.
     *
     * @throws dev.avow.words.FaultException {@code conflict} where there are tenants' keys, and no
     *     version of the master key wrapped any of them
     * @throws DatabaseUnavailable where the database fails
     */
    public static void require(DatabaseAccess access, MasterKey master) {
        try (Connection owner = access.openAsOwner();
                Statement statement = owner.createStatement()) {
            String other = isThere(statement) ? other(statement, master) : "";
            if (!other.isEmpty()) {
                throw Fault.of(
                                FaultCode.CONFLICT,
                                "this database's keys are wrapped under the master key "
                                        + other
                                        + ", and the file holds "
                                        + String.join(", ", master.versions())
                                        + "; set AVOW_MASTER_KEY_FILE to this installation's"
                                        + " newest one")
                        .asException();
            }
        } catch (SQLException failed) {
            throw DatabaseUnavailable.during("looking at its keys", failed);
        }
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(IS_THERE)) {
            return row.next() && row.getBoolean("there");
        }
    }

    /** Which key wrapped them; empty where there are none, or this one wrapped some. */
    private static String other(Statement statement, MasterKey master) throws SQLException {
        String other = "";
        try (ResultSet rows = statement.executeQuery(WRAPPED)) {
            while (rows.next()) {
                other = MasterKey.wrapperOf(rows.getBytes("wrapped"));
                if (master.versions().contains(other)) {
                    return "";
                }
            }
        }
        return other;
    }
}
