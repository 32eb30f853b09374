package dev.avow.tenancy;

import dev.avow.sealing.MasterKey;
import dev.avow.sealing.UnsealAccess;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
                plaintextOwnerPassword,
                master.plaintextRolePassword(APP_ROLE, UnsealAccess.granted()),
                poolSize);
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
                plaintextOwnerPassword,
                plaintextAppPassword,
                poolSize);
    }

    /** A connection as the owner, whom row-level security does not bind; the caller closes it. */
    Connection openAsOwner() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", owner);
        properties.setProperty("password", plaintextOwnerPassword);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "avow-owner");
        properties.setProperty("logServerErrorDetail", "false");
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
        return "DatabaseAccess";
    }
}
