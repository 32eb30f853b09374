package dev.avow.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.mask.Outbound;
import dev.avow.sealing.Place;
import dev.avow.sealing.UnsealAccess;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Ids;
import dev.avow.words.Route;
import dev.avow.words.TenantId;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class AskingTest {

    /** Answers whatever it is asked. */
    private static final class Willing implements Provider {
        @Override
        public String kind() {
            return "openai";
        }

        @Override
        public Set<Route> routes() {
            return EnumSet.allOf(Route.class);
        }

        @Override
        public Call ask(Outbound outbound, Endpoint endpoint, AnswerSink sink) {
            sink.whole("fine".getBytes(UTF_8));
            return new Call() {
                @Override
                public void cancel() {}

                @Override
                public void pause() {}

                @Override
                public void resume() {}
            };
        }

        @Override
        public CompletionStage<List<String>> models(Endpoint endpoint) {
            return CompletableFuture.completedFuture(List.of());
        }
    }

    private static ProviderKey thatDoesNotOpen(TestDatabase database) {
        Place place = new Place(TenantId.DEFAULT, "t", "c", Ids.next());
        return new ProviderKey() {
            @Override
            public String plaintext(UnsealAccess access) {
                return database.keyring()
                        .of(TenantId.DEFAULT)
                        .plaintextOf("spoilt".getBytes(UTF_8), place, access);
            }
        };
    }

    @Test
    void ask_keyDoesNotOpen_saysSoAndGoesElsewhere() {
        try (TestDatabase database = TestDatabase.fresh()) {
            ProviderKey spoilt = thatDoesNotOpen(database);
            Endpoints endpoints =
                    (destination, _) ->
                            Optional.of(
                                    new Endpoint(
                                            "openai",
                                            URI.create("https://x.example"),
                                            destination.platformId().equals("a")
                                                    ? Optional.of(spoilt)
                                                    : Optional.empty()));
            Asking asking =
                    new Asking(
                            List.of(new Willing()),
                            endpoints,
                            Lines.unlimited(),
                            SteppedLoop::new,
                            Persistence.NONE);
            Told alone = new Told();
            Told both = new Told();

            Call _ = asking.ask(Letter.to(false, "a"), alone);
            Call _ = asking.ask(Letter.to(false, "a", "b"), both);

            assertThat(alone.all).containsExactly("failed provider_refused");
            assertThat(both.all).containsExactly("whole fine");
        }
    }
}
