package dev.avow.tenancy;

import java.sql.SQLException;

/**
 * The database could not be used. The message holds the SQL state and never a statement or a value:
 * what a driver says can quote both.
 */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean aboutAValue;

    private DatabaseUnavailable(String message, boolean aboutAValue) {
        super(message);
        this.aboutAValue = aboutAValue;
    }

    /**
     * Whether the database answers, and takes no such value (SQL states of class 22, data
     * exceptions): text with U+0000, a number or a time out of its range.
     */
    public boolean isAboutAValue() {
        return aboutAValue;
    }

    static DatabaseUnavailable during(String what, Throwable cause) {
        String state = state(cause);
        return new DatabaseUnavailable(
                "the database failed while " + what + " (" + state + ")" + remedy(state),
                state.startsWith("SQL state 22"));
    }

    /** Passwords derive from the master key, so another key is another password. */
    private static String remedy(String state) {
        if (state.endsWith("28P01")) {
            return "; it refused the password: check that AVOW_MASTER_KEY_FILE is this"
                    + " installation's newest one, and AVOW_DATABASE_URL where that is set";
        }
        return state.startsWith("SQL state 08")
                ? "; it does not answer: check that it runs, and AVOW_DATABASE_URL where that is"
                        + " set"
                : "";
    }

    /** The five characters of an SQL state, or the class of the failure. */
    static String state(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                return "SQL state " + sql.getSQLState();
            }
        }
        return cause.getClass().getSimpleName();
    }
}
