package dev.avow.tenancy;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections as one role. While the master key is rotated the role's password is the newest one or
 * still the one before; both are tried, so that nobody has to know just when it was changed.
 */
final class RoleConnections implements DataSource {

    /** PostgreSQL's {@code invalid_password}. */
    private static final String WRONG_PASSWORD = "28P01";

    private final String url;
    private final String role;
    private final RolePasswords passwords;
    private final Properties properties;
    private volatile int loginSeconds = 10;

    RoleConnections(String url, String role, RolePasswords passwords, Properties properties) {
        this.url = url;
        this.role = role;
        this.passwords = passwords;
        this.properties = properties;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return connect();
        } catch (SQLException refused) {
            if (WRONG_PASSWORD.equals(refused.getSQLState()) && passwords.lookAgain()) {
                return connect();
            }
            throw refused;
        }
    }

    private Connection connect() throws SQLException {
        SQLException refused = new SQLException("no password is known", WRONG_PASSWORD);
        for (String password : passwords.plaintext()) {
            Properties all = new Properties();
            all.putAll(properties);
            all.setProperty("user", role);
            all.setProperty("password", password);
            try {
                return DriverManager.getConnection(url, all);
            } catch (SQLException failed) {
                if (!WRONG_PASSWORD.equals(failed.getSQLState())) {
                    throw failed;
                }
                refused = failed;
            }
        }
        throw refused;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    /** Properties say how long a connection may take; see {@link #getLoginTimeout}. */
    @Override
    public void setLoginTimeout(int seconds) {
        loginSeconds = seconds;
    }

    /**
     * As long a pool that closes waits for a connection that it is making: with 0 it leaves that
     * one open, and nobody ever closes it.
     */
    @Override
    public int getLoginTimeout() {
        return loginSeconds;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> kind) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> kind) {
        return false;
    }

    @Override
    public String toString() {
        return "RoleConnections";
    }
}
