package dev.avow.postgres;

import dev.avow.postgres.PostgresUnavailable.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * As whom the server runs. PostgreSQL refuses to run as root, so that root has to become someone
 * else.
 *
 * <p>Preferred is a user namespace without a mapping: the process sees every uid as 65534 (so that
 * PostgreSQL's checks of who it is and who owns its files pass) and has no capability outside,
 * while the files still belong to root. Where the system forbids namespaces (a container's seccomp
 * profile, for one), the server runs as an unprivileged user who is given the data directory.
 * Source: user_namespaces(7), "Unmapped user and group IDs".
 */
sealed interface RunAs {
    /** The words that go before the program's own command line. */
    List<String> prefix();

    /** Gives a file or folder that root made to whoever runs the server. */
    default void own(Path path) throws IOException {}

    /** This process' user is not root: nothing to do. */
    record Ourselves() implements RunAs {
        @Override
        public List<String> prefix() {
            return List.of();
        }
    }

    /** Root in an unmapped user namespace. */
    record Namespace() implements RunAs {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U", "--");
        }
    }

    /** Another user, by number: the data directory's owner, or nobody. */
    record Unprivileged(int uid, int gid) implements RunAs {
        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--");
        }

        @Override
        public void own(Path path) throws IOException {
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    int NOBODY = 65_534;

    /**
     * Chooses for this process, this data directory (which need not exist yet) and these programs.
     *
     * @throws PostgresUnavailable where the directory is another user's, or where root cannot
     *     become anyone else
     */
    static RunAs choose(DataDirectory directory, Binaries binaries) throws IOException {
        int me = uid(Path.of("/proc/self"));
        Path data = directory.path();
        int owner = Files.exists(data) ? uid(data) : me;
        if (me != 0) {
            if (owner != me) {
                throw new PostgresUnavailable(
                        Reason.NOT_PERMITTED,
                        data
                                + " belongs to user "
                                + owner
                                + " but this is user "
                                + me
                                + ": run as that user.");
            }
            return new Ourselves();
        }
        if (owner != 0) {
            return verified(
                    new Unprivileged(owner, (Integer) Files.getAttribute(data, "unix:gid")),
                    binaries);
        }
        return Commands.succeeds(
                        List.of("unshare", "-U", "--", binaries.postgres().toString(), "--version"))
                ? new Namespace()
                : verified(new Unprivileged(NOBODY, NOBODY), binaries);
    }

    private static RunAs verified(Unprivileged user, Binaries binaries) {
        var command = new java.util.ArrayList<>(user.prefix());
        command.addAll(List.of(binaries.postgres().toString(), "--version"));
        if (Commands.succeeds(command)) {
            return user;
        }
        throw new PostgresUnavailable(
                Reason.NOT_PERMITTED,
                "PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' to user "
                        + user.uid()
                        + " can run "
                        + binaries.postgres()
                        + ": start Avow as an ordinary user, or choose a home folder which that"
                        + " user can reach.");
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }
}
