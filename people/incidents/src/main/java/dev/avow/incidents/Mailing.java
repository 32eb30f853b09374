package dev.avow.incidents;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far mailing a notice came.
 *
 * @param plaintextSubject as the mails have it
 * @param plaintextAddress where it goes to the authority; null where to people
 * @param people how many are concerned, as it was counted last; null before that
 * @param written to how many of them a mail was put on its way; the others have no account any
 *     more, or an address that mail cannot be sent to
 */
public record Mailing(
        String plaintextSubject,
        @Nullable String plaintextAddress,
        State state,
        @Nullable Integer people,
        @Nullable Integer written) {

    /** Where it stands. */
    public enum State {
        /** There are people to whom no mail was put on its way. */
        UNDER_WAY,
        DONE,
        /** The mail server took none of its mails, so nobody was told. */
        GIVEN_UP;

        /** As the API and the database name it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Prints how far it came. */
    @Override
    public String toString() {
        return "Mailing " + state.id();
    }
}
