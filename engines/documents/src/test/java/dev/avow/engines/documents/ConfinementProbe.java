package dev.avow.engines.documents;

import java.net.DatagramSocket;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Tries, from within the confinement, what a document may not get a parser to do. */
final class ConfinementProbe {

    private ConfinementProbe() {}

    /**
     * Prints what could be done and what could not.
     *
     * @param places a file that is a secret, and its owner's process id
     */
    public static void main(String[] places) throws Exception {
        Path folder = Path.of("").toAbsolutePath();
        boolean confined = Confinement.to(folder);
        System.out.println("confined " + confined);
        Thread attacker =
                new Thread(() -> {
                    attempt("secret", () -> Files.readString(Path.of(places[0])));
                    attempt("system", () -> Files.readString(Path.of("/etc/passwd")));
                    attempt(
                            "environment",
                            () -> Files.readString(Path.of("/proc", places[1], "environ")));
                    attempt(
                            "elsewhere",
                            () -> Files.createFile(folder.resolveSibling("elsewhere")));
                    attempt("program", () -> new ProcessBuilder("/bin/sh", "-c", "true").start());
                    attempt("tcp", () -> SocketChannel.open(StandardProtocolFamily.INET));
                    attempt("udp", () -> new DatagramSocket(0));
                    attempt("unix", () -> SocketChannel.open(StandardProtocolFamily.UNIX));
                    attempt("own", () -> Files.writeString(folder.resolve("own"), "part"));
                    attempt("large", () -> Files.write(folder.resolve("own"), new byte[100 << 20]));
                });
        attacker.start();
        attacker.join();
    }

    private static void attempt(String what, Callable<?> act) {
        try {
            act.call();
            System.out.println(what + " done");
        } catch (Exception | LinkageError denied) {
            System.out.println(what + " denied");
        }
    }
}
