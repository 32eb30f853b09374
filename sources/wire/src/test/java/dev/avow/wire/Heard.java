package dev.avow.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.avow.ask.AnswerSink;
import dev.avow.words.Fault;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Writes down what a sink hears. */
final class Heard implements AnswerSink {

    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private volatile Runnable atTheNext = () -> {};

    /** Has something done on the event loop with the next events, before anything else comes. */
    void atTheNext(Runnable what) {
        atTheNext = what;
    }

    @Override
    public void whole(byte[] json) {
        calls.add("whole " + new String(json, UTF_8));
    }

    @Override
    public void events(List<byte[]> documents) {
        Runnable what = atTheNext;
        atTheNext = () -> {};
        what.run();
        documents.forEach(each -> calls.add("event " + new String(each, UTF_8)));
    }

    @Override
    public void end() {
        calls.add("end");
    }

    @Override
    public void refused(int status, byte[] json) {
        calls.add("refused " + status + " " + new String(json, UTF_8));
    }

    @Override
    public void failed(Fault fault) {
        calls.add("failed " + fault.code().id() + ": " + fault.message());
    }

    /** The next call; "nothing" where none comes. */
    String next(long millis) throws InterruptedException {
        String call = calls.poll(millis, TimeUnit.MILLISECONDS);
        return call == null ? "nothing" : call;
    }

    String next() throws InterruptedException {
        return next(30_000);
    }
}
