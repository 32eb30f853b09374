package dev.avow.engines.documents;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Tries, from within the confinement, what a document may not get a parser to do, on threads that a
 * JVM has before its {@code main} too: whoever gets code into a parser can leave it to the
 * finalizer.
 *
 * <p>Prints a line for each attempt: who tried, what, and {@code done}, or what denied it: {@code
 * files} (EACCES, which is Landlock's answer), {@code calls} (EPERM, which is that of the filter).
 */
final class ConfinementProbe {

    private static final int INET = 2;
    private static final int UNIX = 1;
    private static final int STREAM = 1;
    private static final int DATAGRAM = 2;
    private static final int FILE_SIZE = 1;

    private static final Cleaner CLEANER = Cleaner.create();

    private final Path key;
    private final int owner;

    private ConfinementProbe(Path key, int owner) {
        this.key = key;
        this.owner = owner;
    }

    /**
     * Prints what could be done and what could not, and waits.
     *
     * @param told a file that is a secret, its owner's process id, and whether the process was
     *     confined before it began; {@code own-thread} where it is to confine none but its first
     *     thread, as readers once did
     */
    public static void main(String[] told) throws Exception {
        beThereBefore();
        System.out.println("confined " + confined(told[2]));
        ConfinementProbe probe = new ConfinementProbe(Path.of(told[0]), Integer.parseInt(told[1]));
        probe.attack("main");
        attempt("main large", () -> write(Path.of("own"), 100 << 20));
        probe.onTheFinalizer();
        probe.onACleaner();
        probe.onASignal();
        probe.onThePool();
        System.out.println("over");
        var _ = System.in.read();
    }

    /** Threads that are made when first used: one who confines himself late finds them there. */
    private static void beThereBefore() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        ForkJoinPool.commonPool().execute(ran::countDown);
        ran.await();
    }

    private static boolean confined(String how) {
        return how.equals("own-thread")
                ? Confinement.toReading(
                        Path.of("").toAbsolutePath(),
                        Stream.of(System.getProperty("java.class.path").split(":"))
                                .map(Path::of)
                                .toList())
                : Confinement.toThisProgram() && Boolean.parseBoolean(how);
    }

    private void attack(String who) {
        attempt(who + " key", () -> Files.readString(key));
        attempt(
                who + " folder",
                () -> {
                    try (var all = Files.list(key.getParent())) {
                        return all.count();
                    }
                });
        attempt(who + " system", () -> Files.readString(Path.of("/etc/passwd")));
        attempt(
                who + " environment",
                () -> Files.readAllBytes(Path.of("/proc", String.valueOf(owner), "environ")));
        attempt(who + " elsewhere", () -> Files.createFile(key.resolveSibling(who)));
        attempt(
                who + " rights",
                () ->
                        Files.setPosixFilePermissions(
                                key, PosixFilePermissions.fromString("rw-rw-rw-")));
        attempt(who + " link", () -> Files.createSymbolicLink(Path.of(who), key));
        attempt(who + " tcp", () -> call(Call.SOCKET, INET, STREAM));
        attempt(who + " udp", () -> call(Call.SOCKET, INET, DATAGRAM));
        attempt(who + " unix", () -> call(Call.SOCKET, UNIX, STREAM));
        // A signal of number 0 is not sent, but allowed or not as others are.
        attempt(who + " kill", () -> call(Call.KILL, owner, 0));
        attempt(who + " handle", () -> call(Call.PIDFD_OPEN, owner, 0));
        attempt(who + " limits", () -> call(Call.PRLIMIT64, 0, FILE_SIZE));
        attempt(who + " program", () -> new ProcessBuilder("/bin/true").start().waitFor());
        attempt(who + " own", () -> Files.writeString(Path.of("own-" + who), "part"));
    }

    private static int write(Path file, long where) throws IOException {
        try (FileChannel out = FileChannel.open(file, CREATE, WRITE)) {
            return out.write(ByteBuffer.allocate(1), where);
        }
    }

    private static long call(Call call, long a, long b) throws IOException {
        return Errno.call(Machine.here().orElseThrow().number(call), a, b);
    }

    private static void attempt(String what, Callable<?> act) {
        String outcome = "done";
        try {
            act.call();
        } catch (AccessDeniedException denied) {
            outcome = "files";
        } catch (Exception denied) {
            String why = String.valueOf(denied.getMessage());
            outcome =
                    why.contains("Operation not permitted")
                            ? "calls"
                            : why.contains("Permission denied") ? "files" : why;
        }
        System.out.println(what + " " + outcome);
    }

    private void onTheFinalizer() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        leave(new Finalized(() -> attack("finalizer"), over));
        collect(over);
    }

    /** What a method holds in a variable is not collected before its end. */
    private static void leave(Object object) {
        var _ = object.hashCode();
    }

    private void onACleaner() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        CLEANER.register(
                new Object(),
                () -> {
                    attack("cleaner");
                    over.countDown();
                });
        collect(over);
    }

    private static void collect(CountDownLatch over) throws InterruptedException {
        for (int i = 0; i < 100 && over.getCount() > 0; i++) {
            System.gc();
            var _ = over.await(100, TimeUnit.MILLISECONDS);
        }
    }

    /** By reflection, since the compiler warns of these two in a way that cannot be turned off. */
    private void onASignal() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        // One that no starter of this process may have had ignored.
        Object resized = signal.getConstructor(String.class).newInstance("WINCH");
        Object attacker =
                Proxy.newProxyInstance(
                        handler.getClassLoader(),
                        new Class<?>[] {handler},
                        (proxy, method, arguments) -> {
                            attack("signal");
                            over.countDown();
                            return null;
                        });
        signal.getMethod("handle", signal, handler).invoke(null, resized, attacker);
        signal.getMethod("raise", signal).invoke(null, resized);
        var _ = over.await(10, TimeUnit.SECONDS);
    }

    private void onThePool() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        ForkJoinPool.commonPool()
                .execute(() -> {
                    attack("pool");
                    over.countDown();
                });
        var _ = over.await(10, TimeUnit.SECONDS);
    }

    private static final class Finalized {

        private final Runnable last;
        private final CountDownLatch over;

        Finalized(Runnable last, CountDownLatch over) {
            this.last = last;
            this.over = over;
        }

        @Override
        @SuppressWarnings({"deprecation", "removal", "Finalize"})
        protected void finalize() {
            last.run();
            over.countDown();
        }
    }
}
