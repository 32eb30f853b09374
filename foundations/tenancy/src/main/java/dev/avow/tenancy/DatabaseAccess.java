package dev.avow.tenancy;

import dev.avow.sealing.MasterKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the database is reached.
 *
 * @param url a JDBC URL of PostgreSQL, without credentials
 * @param owner the role that owns the tables and migrates them; it needs CREATEROLE
 * @param ownerPasswords its passwords
 * @param appPasswords those that {@code avow_app} is to have
 * @param poolSize connections, at most
 */
public record DatabaseAccess(
        String url,
        String owner,
        RolePasswords ownerPasswords,
        RolePasswords appPasswords,
        int poolSize) {

    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/]*/)[^?]*(\\?.*)?");

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
                RolePasswords.of(plaintextOwnerPassword),
                RolePasswords.derived(master, APP_ROLE),
                poolSize);
    }

    /** Access by an owner whose password is derived from the master key too. */
    public static DatabaseAccess derived(String url, String owner, MasterKey master, int poolSize) {
        return new DatabaseAccess(
                url,
                owner,
                RolePasswords.derived(master, owner),
                RolePasswords.derived(master, APP_ROLE),
                poolSize);
    }

    /** The owner's password to use where nobody rotates the master key. */
    public String plaintextOwnerPassword() {
        return ownerPasswords.plaintext().getFirst();
    }

    /** Access to another database of the same server. */
    DatabaseAccess to(String database) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalStateException("a JDBC URL of PostgreSQL names a database");
        }
        return new DatabaseAccess(
                parts.group(1)
                        + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20")
                        + (parts.group(2) == null ? "" : parts.group(2)),
                owner,
                ownerPasswords,
                appPasswords,
                poolSize);
    }

    /** A connection as the owner, whom row-level security does not bind; the caller closes it. */
    Connection openAsOwner() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "avow-owner");
        properties.setProperty("logServerErrorDetail", "false");
        return asOwner(properties).getConnection();
    }

    RoleConnections asOwner(Properties properties) {
        return new RoleConnections(url, owner, ownerPasswords, properties);
    }

    RoleConnections asApp(Properties properties) {
        return new RoleConnections(url, APP_ROLE, appPasswords, properties);
    }

    @Override
    public String toString() {
        return "DatabaseAccess";
    }
}
