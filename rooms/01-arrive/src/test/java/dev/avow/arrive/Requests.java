package dev.avow.arrive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Fault;
import java.util.ArrayList;
import java.util.List;

/** Bodies of requests, and what room 01 made of them. */
final class Requests {

    static final RequestHead HEAD = new RequestHead("api", "", null, false);

    private Requests() {}

    /** A request whose one message has these members beside its role. */
    static String message(String members) {
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\"," + members + "}]}";
    }

    static Arrived understood(String body) {
        Arrival arrival = ChatCompletions.arrive(HEAD, body.getBytes(UTF_8));
        assertThat(arrival).isInstanceOf(Arrival.Understood.class);
        return ((Arrival.Understood) arrival).arrived();
    }

    static Fault refused(byte[] body) {
        Arrival arrival = ChatCompletions.arrive(HEAD, body);
        assertThat(arrival).isInstanceOf(Arrival.Refused.class);
        return ((Arrival.Refused) arrival).fault();
    }

    /** Every text that will be scanned, in order. */
    static List<String> texts(Arrived arrived) {
        List<String> texts = new ArrayList<>();
        collect(arrived.segments(), texts);
        return texts;
    }

    private static void collect(List<Segment> segments, List<String> into) {
        for (Segment segment : segments) {
            switch (segment) {
                case Segment.Leaf leaf -> into.add(leaf.unmaskedText());
                case Segment.Nested nested -> collect(nested.parts(), into);
                case Segment.Attachment attachment -> collect(attachment.parts(), into);
                case Segment.Document document -> {
                    into.add("<document>");
                    collect(document.parts(), into);
                }
                case Segment.Opaque _ -> into.add("<opaque>");
                case Segment.Kept _ -> into.add("<kept>");
            }
        }
    }
}
