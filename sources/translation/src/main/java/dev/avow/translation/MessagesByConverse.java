package dev.avow.translation;

import dev.avow.wire.Framing;
import dev.avow.wire.Target;
import dev.avow.wire.Translated;
import dev.avow.wire.Translation;
import java.nio.charset.StandardCharsets;

/**
 * {@code /v1/messages} for Amazon Bedrock's Converse and ConverseStream (Bedrock's API reference,
 * "Converse" and "ConverseStream"; Anthropic's, "Create a Message"). The model stands in the path
 * there, and so does whether the answer is streamed. Safe for any thread.
 */
public final class MessagesByConverse implements Translation {

    private final Framing framing;

    /**
     * @param framing cuts a stream into documents, each of one member: the event's type, and what
     *     it says
     */
    public MessagesByConverse(Framing framing) {
        this.framing = framing;
    }

    @Override
    public Translated of(byte[] body) {
        Value asked = Faults.request(body);
        byte[] request = new ConverseRequest(asked).write();
        String model = asked.get("model").text();
        String operation = asked.get("stream").isTrue() ? "/converse-stream" : "/converse";
        return new Translated.Elsewhere(
                Target.at("/model/" + escaped(model) + operation, framing),
                request,
                new ConverseAnswers(model));
    }

    /** As one segment of a path (RFC 3986, section 3.3), all but unreserved characters escaped. */
    private static String escaped(String model) {
        StringBuilder out = new StringBuilder(model.length() + 8);
        for (byte each : model.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean plain =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || "-._~".indexOf(c) >= 0;
            if (plain) {
                out.append(c);
            } else {
                out.append('%').append(hex(c >> 4)).append(hex(c & 15));
            }
        }
        String segment = out.toString();
        // Dots alone would be another path.
        return segment.equals(".") || segment.equals("..") ? segment.replace(".", "%2E") : segment;
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }
}
