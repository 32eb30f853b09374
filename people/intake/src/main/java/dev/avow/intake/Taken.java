package dev.avow.intake;

import dev.avow.requests.PrivacyRequest;
import java.util.UUID;

/** What became of a form. */
public sealed interface Taken {

    /**
     * A code is to be given back. The same where no more codes go to the address, and where a
     * program filled in what people do not see.
     */
    record Waits(UUID id) implements Taken {}

    /**
     * It is a request, and its clocks run.
     *
     * @param plaintextToken with which its state can be seen; it is not shown again
     */
    record Entered(PrivacyRequest request, String plaintextToken) implements Taken {

        @Override
        public String toString() {
            return "Entered " + request.id();
        }
    }
}
