package dev.avow.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How mail is sent; where no server is set, none is. Immutable. */
public final class MailSettings {

    private static final int SMTPS = 465; // RFC 8314, section 3.3
    private static final int SUBMISSION = 587; // RFC 6409
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_REMINDER_DAYS = 90;

    private final SettingsReader reader;

    MailSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** How a connection is protected. */
    public enum Security {
        /** From its first byte. */
        TLS,
        /** By STARTTLS, or nothing is sent. */
        STARTTLS,
        /** By STARTTLS where the server offers it. */
        STARTTLS_IF_OFFERED,
        /** Not at all: on this machine alone. */
        NONE
    }

    /**
     * The server that takes mail.
     *
     * @param user null where it lets anybody in
     */
    public record Server(Security security, String host, int port, @Nullable String user) {

        /** Prints no user. */
        @Override
        public String toString() {
            return "Server " + host + ":" + port;
        }
    }

    /**
     * The server; empty where no mail is sent.
     *
     * @throws BadSetting where it is ill-formed, or what goes with it is missing
     */
    public Optional<Server> server() {
        if (!reader.isSet(Setting.MAIL_URL)) {
            for (Setting each :
                    List.of(
                            Setting.MAIL_FROM,
                            Setting.MAIL_PASSWORD,
                            Setting.MAIL_PASSWORD_FILE,
                            Setting.MAIL_CA_FILE)) {
                if (reader.isSet(each)) {
                    throw new BadSetting(
                            each.environmentName() + " needs AVOW_MAIL_URL; set both or none");
                }
            }
            return Optional.empty();
        }
        if (!reader.isSet(Setting.MAIL_FROM)) {
            throw new BadSetting(
                    "AVOW_MAIL_URL needs AVOW_MAIL_FROM, the address that mail is from");
        }
        Server server = server(reader.text(Setting.MAIL_URL));
        if ((server.user() != null) != plaintextPassword().isPresent()) {
            throw new BadSetting(
                    "the user in AVOW_MAIL_URL and AVOW_MAIL_PASSWORD_FILE (or AVOW_MAIL_PASSWORD)"
                            + " go together; set both or none");
        }
        return Optional.of(server);
    }

    private Server server(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw badUrl();
        }
        boolean tls = "smtps".equals(url.getScheme());
        String host = url.getHost();
        String path = url.getRawPath();
        String user = url.getUserInfo();
        if ((!tls && !"smtp".equals(url.getScheme()))
                || host == null
                || url.getPort() > LAST_PORT
                || (path != null && !path.isEmpty() && !path.equals("/"))
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || (user != null
                        && (user.isEmpty() || user.chars().anyMatch(Character::isISOControl)))
                || (url.getRawUserInfo() != null && url.getRawUserInfo().contains(":"))) {
            throw badUrl();
        }
        int port = url.getPort() > 0 ? url.getPort() : tls ? SMTPS : SUBMISSION;
        Security security =
                tls
                        ? Security.TLS
                        : Loopback.isNamedBy(host)
                                ? Security.NONE
                                : reader.flag(Setting.MAIL_ALLOW_PLAIN)
                                        ? Security.STARTTLS_IF_OFFERED
                                        : Security.STARTTLS;
        return new Server(security, host.replace("[", "").replace("]", ""), port, user);
    }

    private static BadSetting badUrl() {
        return new BadSetting(
                "AVOW_MAIL_URL must be like smtps://USER@mail.example.org:465 or"
                        + " smtp://mail.example.org:587, an @ in USER written as %40; the password"
                        + " goes into AVOW_MAIL_PASSWORD_FILE");
    }

    /** The address that mail is from; set where a server is. */
    public String from() {
        return reader.text(Setting.MAIL_FROM);
    }

    /**
     * The password of the server's user; empty where none is set.
     *
     * @throws BadSetting where it is set twice, or its file cannot be read or is empty
     */
    public Optional<String> plaintextPassword() {
        Optional<Path> file = reader.file(Setting.MAIL_PASSWORD_FILE);
        if (file.isEmpty()) {
            return reader.optional(Setting.MAIL_PASSWORD);
        }
        if (reader.isSet(Setting.MAIL_PASSWORD)) {
            throw new BadSetting(
                    "AVOW_MAIL_PASSWORD and AVOW_MAIL_PASSWORD_FILE are both set; set one");
        }
        try {
            String text = Files.readString(file.get()).strip();
            if (!text.isEmpty()) {
                return Optional.of(text);
            }
        } catch (IOException unreadable) {
            // told of below
        }
        throw new BadSetting(
                "AVOW_MAIL_PASSWORD_FILE names a file that cannot be read or is empty; it holds the"
                        + " password alone");
    }

    /** Certificates of authorities that vouch for the server, beside the JVM's. */
    public Optional<Path> caFile() {
        return reader.file(Setting.MAIL_CA_FILE);
    }

    /** With a server that says nothing. */
    public Duration patience() {
        return reader.millis(Setting.MAIL_TIMEOUT_MS);
    }

    /** For one mail, from the connection's beginning to its end. */
    public Duration wholePatience() {
        return reader.millis(Setting.MAIL_WHOLE_TIMEOUT_MS);
    }

    /** After which a mail is given up. */
    public Duration giveUpAfter() {
        return Duration.ofHours(reader.number(Setting.MAIL_GIVE_UP_HOURS));
    }

    /** The longest pause between two tries of a mail. */
    public Duration maxPause() {
        return Duration.ofMinutes(reader.number(Setting.MAIL_MAX_PAUSE_MINUTES));
    }

    /** Mails of one tenant that may wait, at most. */
    public int maxWaiting() {
        return reader.number(Setting.MAIL_MAX_WAITING);
    }

    /** Who is reminded of requests that fall due; empty: every administrator. */
    public Optional<String> privacyOfficer() {
        return reader.optional(Setting.PRIVACY_OFFICER_EMAIL);
    }

    /**
     * How many days before a limit somebody is reminded, the fewest first.
     *
     * @throws BadSetting where they are no numbers of days
     */
    public List<Integer> reminderDays() {
        TreeSet<Integer> days = new TreeSet<>();
        for (String each : reader.text(Setting.PRIVACY_REMINDER_DAYS).split(",", -1)) {
            try {
                int number = Integer.parseInt(each.strip());
                if (number < 1 || number > LONGEST_REMINDER_DAYS) {
                    throw badDays();
                }
                days.add(number);
            } catch (NumberFormatException none) {
                throw badDays();
            }
        }
        return List.copyOf(new ArrayList<>(days));
    }

    private static BadSetting badDays() {
        return new BadSetting(
                "AVOW_PRIVACY_REMINDER_DAYS must be numbers of days, 1 to "
                        + LONGEST_REMINDER_DAYS
                        + ", parted by commas");
    }
}
