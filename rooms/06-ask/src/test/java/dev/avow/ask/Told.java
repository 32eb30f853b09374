package dev.avow.ask;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.avow.words.Destination;
import dev.avow.words.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what it is told. */
final class Told implements AnswerSink {

    final List<String> all = new ArrayList<>();

    /** Who was asked last, with {@code asking} itself left out of {@link #all}. */
    String at = "";

    @Override
    public void asking(Destination destination) {
        at = destination.platformId();
    }

    @Override
    public void abandoned(Destination destination) {
        all.add("abandoned " + destination.platformId());
    }

    @Override
    public void turnedDown(int status, @Nullable Integer retryAfterSeconds) {
        all.add("status " + status + " retry after " + retryAfterSeconds);
    }

    @Override
    public void whole(byte[] json) {
        all.add("whole " + new String(json, UTF_8));
    }

    @Override
    public void events(List<byte[]> documents) {
        documents.forEach(each -> all.add("event " + new String(each, UTF_8)));
    }

    @Override
    public void end() {
        all.add("end");
    }

    @Override
    public void refused(int status, byte[] json) {
        all.add("refused " + status);
    }

    @Override
    public void failed(Fault fault) {
        all.add("failed " + fault.code().id());
    }
}
