package dev.avow.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Admitted;
import dev.avow.admit.Caller;
import dev.avow.arrive.Arrival;
import dev.avow.arrive.ChatCompletions;
import dev.avow.arrive.RequestHead;
import dev.avow.classify.Classification;
import dev.avow.classify.Classified;
import dev.avow.decide.AttachmentRules.Reach;
import dev.avow.detector.api.Coverage;
import dev.avow.words.Destination;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decision 0018: pictures leave by default, sound stays on this machine. */
final class AttachmentRulesTest {

    private static final AttachmentRules DEFAULT = new AttachmentRules(Reach.ALLOW, Reach.LOCAL);

    @ParameterizedTest
    @CsvSource({
        "image, api.provider.example, false",
        "audio, api.provider.example, true",
        "audio, localhost.provider.example, true",
        "audio, 127.0.0.1.provider.example, true",
        "audio, localhost, false",
        "audio, 127.0.0.1, false",
        "audio, '[::1]', false",
        "document, api.provider.example, false"
    })
    void decide_byDefault_keepsSoundOnThisMachine(String type, String host, boolean blocked) {
        Decision decision = Decider.decide(carrying(type, host), PolicySet.EMPTY, DEFAULT, false);

        assertThat(decision instanceof Decision.Block).isEqualTo(blocked);
        if (blocked) {
            assertThat(decision.policy()).isEqualTo("AVOW_ATTACHMENTS_AUDIO");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "image, BLOCK, ALLOW, true",
        "audio, BLOCK, ALLOW, false",
        "audio, ALLOW, BLOCK, true"
    })
    void decide_blocked_isSoOnThisMachineToo(
            String type, Reach images, Reach audio, boolean blocked) {
        AttachmentRules rules = new AttachmentRules(images, audio);
        Decision decision =
                Decider.decide(carrying(type, "localhost"), PolicySet.EMPTY, rules, false);

        assertThat(decision instanceof Decision.Block).isEqualTo(blocked);
    }

    private static Classified carrying(String type, String host) {
        Arrival arrival =
                ChatCompletions.arrive(
                        new RequestHead("api", "", null, false),
                        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}"
                                .getBytes(StandardCharsets.UTF_8));
        Admitted admitted =
                new Admitted(
                        ((Arrival.Understood) arrival).arrived(),
                        new Caller(TenantId.DEFAULT, null, null, Set.of(), List.of()),
                        new Destination(TenantId.DEFAULT, Ids.next(), "p", host, "m"),
                        Ids.next(),
                        Instant.EPOCH);
        return new Classified(
                admitted,
                List.of(List.of()),
                List.of(new Classification(type, 1, 1, 1)),
                Coverage.COMPLETE);
    }
}
