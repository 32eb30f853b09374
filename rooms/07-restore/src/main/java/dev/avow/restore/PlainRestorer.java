package dev.avow.restore;

import dev.avow.detector.api.Detector;
import dev.avow.mask.Keepsake;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Room 07 for an answer that is one plain text, such as subtitles. For one answer; not safe for
 * more than one thread.
 */
public final class PlainRestorer {

    private final Keepsake keepsake;
    private final AnswerWatch watch;
    private final @Nullable AnswerGuard guard;

    /**
     * @param budget the time to look at all of the answer
     * @param guard has policies judge the answer; null where none looks at answers
     */
    public PlainRestorer(
            Detector detector, Duration budget, Keepsake keepsake, @Nullable AnswerGuard guard) {
        this.keepsake = keepsake;
        this.guard = guard;
        this.watch = new AnswerWatch(detector, budget.toNanos(), keepsake);
    }

    /**
     * The answer with originals in the place of their pseudonyms.
     *
     * @throws dev.avow.words.FaultException where it is no UTF-8, or where a policy or a failing
     *     detector ends the answer
     */
    public byte[] restore(byte[] utf8) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException garbage) {
            throw Fault.of(
                            FaultCode.PROVIDER_INVALID_ANSWER,
                            "the provider's answer is no text; nothing of it was passed on")
                    .asException();
        }
        watch.see("text", text);
        return TextFlow.alone(guard, keepsake, false, text).getBytes(StandardCharsets.UTF_8);
    }

    /** What is known of the answer, once it was restored. Its tokens were not told. */
    public AnswerFacts facts() {
        return new AnswerFacts(
                watch.finish().join(), watch.sha256(), new TokenCounts().usage(), guard);
    }
}
