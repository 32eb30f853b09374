package dev.avow.tenancy;

import dev.avow.sealing.MasterKey;
import dev.avow.sealing.UnsealAccess;

/**
 * How the database is reached.
 *
 * @param url a JDBC URL of PostgreSQL, without credentials
 * @param owner the role that owns the tables and migrates them; it needs CREATEROLE
 * @param plaintextOwnerPassword its password
 * @param plaintextAppPassword the password that {@code avow_app} is to have
 * @param poolSize connections, at most
 */
public record DatabaseAccess(
        String url,
        String owner,
        String plaintextOwnerPassword,
        String plaintextAppPassword,
        int poolSize) {

    /** The role that the application connects as. */
    static final String APP_ROLE = "avow_app";

    /**
     * Access by an owner whose password is given; the application's is derived from the master key.
     */
    public static DatabaseAccess of(
            String url,
            String owner,
            String plaintextOwnerPassword,
            MasterKey master,
            int poolSize) {
        return new DatabaseAccess(
                url,
                owner,
                plaintextOwnerPassword,
                master.plaintextRolePassword(APP_ROLE, UnsealAccess.granted()),
                poolSize);
    }

    @Override
    public String toString() {
        return "DatabaseAccess";
    }
}
