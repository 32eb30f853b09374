package dev.avow.files;

import java.io.Console;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Says on standard error how far a scan is: in place on a terminal, else now and then. */
final class ScanProgress implements AutoCloseable {

    private static final long OFTEN_NANOS = 200_000_000;
    private static final long SELDOM_NANOS = 10_000_000_000L;

    private final int files;
    private final boolean shown;
    private final boolean terminal = isTerminal();
    private final PrintStream out = System.err;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger findings = new AtomicInteger();
    private final AtomicLong said = new AtomicLong(System.nanoTime());

    private ScanProgress(int files, boolean shown) {
        this.files = files;
        this.shown = shown;
    }

    // With -Djdk.console=java.base there is none where nobody sits at the other end.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    static ScanProgress over(int files, boolean shown) {
        return new ScanProgress(files, shown);
    }

    /** One more file is done. Safe for any thread. */
    void done(int found) {
        int count = done.incrementAndGet();
        findings.addAndGet(found);
        long now = System.nanoTime();
        long last = said.get();
        long pause = terminal ? OFTEN_NANOS : SELDOM_NANOS;
        if (shown && now - last > pause && said.compareAndSet(last, now)) {
            say(count, terminal ? "\r" : "", terminal ? "" : "\n");
        }
    }

    private void say(int count, String before, String after) {
        out.print(
                before
                        + count
                        + " of "
                        + files
                        + " files, "
                        + findings.get()
                        + " findings"
                        + after);
        out.flush();
    }

    @Override
    public void close() {
        if (shown && terminal && files > 0) {
            out.print("\r\u001b[2K");
            out.flush();
        }
    }
}
