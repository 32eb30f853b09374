package dev.avow.wire;

import dev.avow.ask.Letter;
import dev.avow.mask.Outbound;
import dev.avow.words.Route;
import java.util.Map;
import java.util.Set;

/** What is asked, and in whose words. */
final class Asked {

    static final Speech OPENAI =
            new Speech(
                    "openai",
                    "",
                    Set.of(Route.CHAT_COMPLETIONS),
                    "",
                    "/models",
                    KeyUse.header("Authorization", "Bearer "),
                    Map.of(),
                    Map.of());

    private Asked() {}

    /** A chat of one message. */
    static Outbound outbound(boolean streamed) {
        return Letter.to(
                "model-1",
                Route.CHAT_COMPLETIONS,
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\"}],\"stream\":" + streamed + "}");
    }
}
