package dev.avow.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.mask.Keepsake;
import dev.avow.words.Route;
import org.junit.jupiter.api.Test;

/** What a model writes into a tool's input is no word of the provider's on tokens. */
final class TokenCountsTest {

    @Test
    void usage_inAToolsInput_isNotTheProviders() {
        String answer =
                "{\"type\":\"message\",\"content\":[{\"type\":\"tool_use\",\"id\":\"t\","
                        + "\"name\":\"note\",\"input\":{\"usage\":{\"x\":{\"cached_tokens\":"
                        + "1000}}}}],\"usage\":{\"input_tokens\":1000,\"output_tokens\":10}}";
        WholeRestorer restorer =
                new WholeRestorer(Route.MESSAGES, Model.DETECTOR, Model.BUDGET, Keepsake.empty());
        byte[] _ = restorer.restore(answer.getBytes(UTF_8));

        assertThat(restorer.facts().usage().fresh()).isEqualTo(1000);
        assertThat(restorer.facts().usage().cached()).isZero();
    }

    @Test
    void usage_onlyTheSumIsTold_isThePrompts() {
        WholeRestorer restorer =
                new WholeRestorer(Route.RERANK, Model.DETECTOR, Model.BUDGET, Keepsake.empty());
        byte[] _ =
                restorer.restore(
                        "{\"results\":[],\"usage\":{\"total_tokens\":15}}".getBytes(UTF_8));

        assertThat(restorer.facts().usage().fresh()).isEqualTo(15);
        assertThat(restorer.facts().usage().out()).isNull();
    }
}
